"""Which ingredient is spoken of: without its particle, and without what is only said beside it."""

import pytest

from services.llm.classifier.asked_ingredient import ingredient


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("설탕은 얼마만큼 들어가?", "설탕"),
        ("다진 마늘 몇 큰술이야", "다진 마늘"),
        ("그럼 고수는 얼마나 넣지", "고수"),
        ("how much soy sauce do i need", "soy sauce"),
        ("얼마나 넣어?", None),
        ("맛술이 집에 없는데", "맛술"),
        ("고기 안 먹는 손님이 와 뭘 넣을까 대신", "고기"),
        ("we're out of sour cream", "sour cream"),
        ("um how much uh how much honey", "honey"),
        ("we don't get creme fraiche here, what to use", "creme fraiche"),
        # How much of it is no part of it.
        ("맛술 두 큰술 대신 쓸 만한 거 있어", "맛술"),
        ("우유 200밀리가 없어 대신 뭐 쓰지", "우유"),
        ("마늘 다섯 쪽 맞아 몇 쪽이야", "마늘"),
        ("콩나물 한 봉지 다 넣어 아니면 몇 그램", "콩나물"),
        ("파스타 면 일 인분에 몇 그램", "파스타 면"),
        ("substitute for two tablespoons of fish sauce", "fish sauce"),
        ("how many sheets of gelatine", "gelatine"),
        ("how many tablespoons soy sauce", "soy sauce"),
        ("how many spoons of 고춧가루 should i put", "고춧가루"),
        ("how many rashers", "rashers"),
        ("garlic how many cloves", "garlic"),
        ("대파가 한 대도 없다", "대파"),
        ("how many cloves", "cloves"),
        ("how many limes dude", "limes"),
        ("without parsley possible", "parsley"),
        ("대추가 없사온데 무엇으로 대신하오리까", "대추"),
        ("조청으로 대체할 수 있나", "조청"),
        # What is asked stands after it, or far from it.
        ("간장 how much please", "간장"),
        ("두부 how many blocks", "두부"),
        ("and the vinegar how many spoons", "vinegar"),
        ("golden syrup how many spoonfuls pet", "golden syrup"),
        ("굴소스가 원래 몇 스푼이었지", "굴소스"),
        ("계란이 하나 모자라", "계란"),
        ("식용유 프라이팬에 얼마큼 두르는 거예요", "식용유"),
        ("is there a lot of sugar in it how much exactly", "sugar"),
        ("간장이랑 설탕 각각 얼마씩 넣어?", "간장"),
        # Not known, and asked about all the same.
        ("아로니아 정확히 얼마나 넣어", "아로니아"),
        ("how much pomegranate molasses", "pomegranate molasses"),
        ("can i use honey instead of agave", "agave"),
        ("마스카포네 구하기 힘든데 뭘로 바꿔", "마스카포네"),
        ("청양고추 매워서 애가 못 먹으니까 순한 거로 바꾸고 싶은데요", "청양고추"),
        ("루꼴라가 마트에 없더라 뭐 쓰지", "루꼴라"),
        ("설탕량 알려줘", "설탕"),
        ("물이랑 간장 비율 말고 간장 양만", "간장"),
        ("밀가루 이백 그램 맞지 아니 몇 그램이지", "밀가루"),
        ("anything I could use in place of half a cup of wine", "wine"),
        ("버섯 종류 상관없이 몇 그램", "버섯"),
        ("고수 향이 싫어 대신 뭐", "고수"),
        ("how would I replace three eggs", "eggs"),
        ("baking powder's finished what now", "baking powder"),
        ("고추냉이 말고 겨자밖에 없는데 그거라도 짤까", "고추냉이"),
        ("고수 극혐 빼도 됨?", "고수"),
        ("how many bay leaves one or two", "bay leaves"),
        ("칠리 플레이크 얼마나 넣지", "칠리 플레이크"),
        ("아몬드가루를 못 구했는데 밀가루로 하면 망해?", "아몬드가루"),
        ("could I use margarine rather than butter", "butter"),
        ("the shop had no crème fraîche, what'll work", "crème fraîche"),
        # Whoever is spoken to, and what follows, are no part of it.
        ("how much flour hen", "flour"),
        ("no oyster sauce because shellfish allergy so how", "oyster sauce"),
        ("we're out of buttermilk any replacement", "buttermilk"),
        # The last word counts.
        ("설탕 말고 소금은 몇 작은술이야", "소금"),
        ("how much honey no how much maple syrup", "maple syrup"),
        ("how much flower I mean flour for baking the bread", "flour"),
    ],
)
def test_the_ingredient_alone(text: str, name: str | None) -> None:
    assert ingredient(text, ()) == name


def test_the_recipes_own_names_come_first() -> None:
    assert ingredient("국간장 얼마나 넣어", ("진간장", "국간장", "물")) == "국간장"
    assert ingredient("설탕 말고 소금 얼마나 넣어", ("설탕", "소금")) == "소금"
    assert ingredient("간장 넣었는데 설탕은 얼마나 넣어", ("간장", "설탕")) == "설탕"
    assert ingredient("the oil is hot how much garlic goes in", ("oil", "garlic")) == "garlic"
