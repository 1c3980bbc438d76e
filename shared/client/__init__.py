"""The client kit: one way to call a service, with a deadline, retries, a circuit breaker and a trace id.

    from shared.client.llm import LlmClient

    llm = LlmClient("http://127.0.0.1:8013")
    reply = await llm.classify(ClassifyRequest(text="다음"))

Whatever goes wrong arrives as `ServiceUnavailable` (go on without that service) or `ServiceRefused` (the request was
wrong), see `problems.py`. Retries happen in `caller.py` and nowhere else in the house. Nothing is imported here: a
service that wants only the breaker should not load three HTTP clients.
"""
