"""The tests of the HTTP contract that need no more than an address, to be run against containers as they are.

Left out are those that start a server with settings of their own.
"""

from tests.contract.test_common_contract import (
    test_a_traces_id_comes_back_also_in_an_error,
    test_bad_audio,
    test_bad_json,
    test_curl_without_a_content_type_works,
    test_hanging_up_in_the_middle_of_a_body_harms_nobody,
    test_health,
    test_it_answers_and_says_how_long_each_stage_took,
    test_it_listens_on_loopback_only_unless_told,
    test_metrics,
    test_the_first_request_everyone_makes,
    test_wrong_content_type,
    test_wrong_method_and_address,
    web,
)
from tests.contract.test_voice_to_ear import test_a_command_spoken_by_us_is_heard_by_us
from tests.integration.services.stt.test_stream import (
    test_an_utterance_is_found_and_heard,
    test_two_utterances_are_answered_in_order,
)

__all__ = [
    "test_a_command_spoken_by_us_is_heard_by_us",
    "test_a_traces_id_comes_back_also_in_an_error",
    "test_an_utterance_is_found_and_heard",
    "test_bad_audio",
    "test_bad_json",
    "test_curl_without_a_content_type_works",
    "test_hanging_up_in_the_middle_of_a_body_harms_nobody",
    "test_health",
    "test_it_answers_and_says_how_long_each_stage_took",
    "test_it_listens_on_loopback_only_unless_told",
    "test_metrics",
    "test_the_first_request_everyone_makes",
    "test_two_utterances_are_answered_in_order",
    "test_wrong_content_type",
    "test_wrong_method_and_address",
    "web",
]
