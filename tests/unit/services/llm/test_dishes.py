"""Which dish is wanted: without what is only said around it."""

import pytest

from services.llm.classifier.dishes import dish_in


@pytest.mark.parametrize(
    ("text", "dish"),
    [
        ("오늘은 비가 오니까 파전 부쳐 먹자", "파전"),
        ("오늘은 닭갈비 해 먹자", "닭갈비"),
        ("김밥 말고 유부초밥 만들래", "유부초밥"),
        ("다른 요리 하자", None),
        ("can you show me how to make pad thai", "pad thai"),
        ("엄마 생신이라 미역국 끓여드리려고요", "미역국"),
        ("고구마 맛탕 하는 거 알려줘", "고구마 맛탕"),
        ("오늘은 된장찌개로 갈게", "된장찌개"),
        ("we're doing shepherd's pie tonight", "shepherds pie"),
        ("find me a recipe for banana bread my bananas are black", "banana bread"),
        ("gonna do a pav tonight bring it up", "pav"),
        # The last one counts.
        ("let's go with pad thai no green curry", "green curry"),
        ("no i meant tomato soup not potato soup", "tomato soup"),
        ("비빔밥 아니 비빔국수로 할래", "비빔국수"),
        ("파스타 할래 까르보나라로", "까르보나라"),
        ("두 번째 거 그거 할게 제육볶음", "제육볶음"),
        # Numbers are part of a name, people and times are not.
        ("five spice duck recipe please", "five spice duck"),
        ("open three cheese macaroni", "three cheese macaroni"),
        ("could we have shepherd's pie for four people tonight", "shepherds pie"),
        ("두 명이 먹을 떡볶이 레시피 띄워 줘", "떡볶이"),
        ("30분 안에 먹어야 하니까 계란볶음밥으로 하자", "계란볶음밥"),
        ("삼십 분짜리 카레로 갑시다", "카레"),
        # Only asked around it.
        ("could you bring up the coq au vin", "coq au vin"),
        ("밥도둑 양념게장으로 가 봅시다", "밥도둑 양념게장"),
        ("how about a nice lasagne let's have that", "lasagne"),
        ("the onion soup if you please", "onion soup"),
        ("dig out the one for yorkshire puddings", "yorkshire puddings"),
        ("tteokbokki i want to make", "tteokbokki"),
        ("ratatouille is what we want to cook", "ratatouille"),
        ("not the soup give me the stew", "stew"),
        ("start the one called grandma's apple pie", "grandmas apple pie"),
        ("i've promised the kids pancakes", "pancakes"),
        ("tonight bibimbap", "bibimbap"),
        ("do you have moussaka let's make it", "moussaka"),
        ("fish tacos dude", "fish tacos"),
        ("lasagna please the recipe", "lasagna"),
        ("애호박전 할라는디 레시피 좀 켜 주쇼", "애호박전"),
        ("김치찌개 말고 된장찌개요", "된장찌개"),
        ("cheese toastie nothing fancy pull that up", "cheese toastie"),
        ("the kids are begging for sloppy joes", "sloppy joes"),
        ("let's have a go at beef bourguignon", "beef bourguignon"),
        ("I'm thinking mushroom stroganoff, open it", "mushroom stroganoff"),
        ("what do I need to do to make bagels", "bagels"),
        ("저녁에 훠궈 해 먹을 거야", "훠궈"),
        ("아이들 간식으로 감자고로케 어때", "감자고로케"),
        ("let's switch to the tomato soup recipe", "tomato soup"),
        ("I'd kill for a good burger recipe", "burger"),
        ("라따뚜이 그 쥐 나오는 영화에 나온 거 그거 만들래", None),
        ("put the chicken parmesan on", "chicken parmesan"),
        ("bring up the recipe called tuna melt", "tuna melt"),
        ("how does one make borscht", "borscht"),
        ("start me on the lamb biryani", "lamb biryani"),
        ("i am in the mood for schnitzel", "schnitzel"),
        ("pick the second one, the mushroom risotto", "mushroom risotto"),
        ("number three sounds nice open it", None),
        ("kimbap for the picnic tomorrow open that recipe", "kimbap"),
        ("actually no not the pie, let's do the fish cakes instead", "fish cakes"),
        ("송편 빚는 법 열어 다오", "송편"),
        ("간단하게 계란말이나", "계란말이"),
        ("오늘 알리오올리오 땡긴다 열어줘", "알리오올리오"),
        ("let's make 바나나브레드", "바나나브레드"),
        ("Open the recipe: Thai green curry.", "thai green curry"),
        # What it is made of belongs to it.
        ("'차돌 된장찌개' 레시피 열어 줘.", "차돌 된장찌개"),
        ("레시피 토마토 달걀 볶음으로 바꿔 줘", "토마토 달걀 볶음"),
        ("명란 파스타 레시피 좀 찾아줘", "명란 파스타"),
        ("타이 그린커리 쿡 하자", "타이 그린커리"),
    ],
)
def test_the_dish_alone(text: str, dish: str | None) -> None:
    assert dish_in(text) == dish
