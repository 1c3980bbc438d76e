"""Ingredients a kitchen may hold, in both languages: what `delexicalise` treats alike when the caller names none.

Not a source of amounts, substitutes or allergens; those tables are in `services/llm/answers`.
"""

from typing import Final

_KO = """
간장 진간장 국간장 양조간장 설탕 백설탕 흑설탕 황설탕 소금 굵은소금 꽃소금 마늘 다진마늘 통마늘 고추장 고춧가루 된장
쌈장 참기름 들기름 식용유 올리브유 카놀라유 포도씨유 양파 대파 쪽파 실파 당근
감자 고구마 두부 순두부 연두부 계란 달걀 노른자 흰자 돼지고기 소고기 쇠고기 닭고기 닭가슴살 닭다리 삼겹살 목살
앞다리살 다짐육 갈비 사골 김치 묵은지 버터 우유 생크림 휘핑크림 크림 밀가루 박력분 강력분 중력분 튀김가루
부침가루 빵가루 육수 멸치육수 후추 후춧가루 식초 발사믹 미림 맛술 청주 소주 와인 올리고당 물엿 조청 꿀 굴소스
돈까스소스 칠리소스 토마토소스 케첩 케찹 마요네즈 머스타드 겨자 와사비 버섯 표고버섯 느타리버섯 팽이버섯
새송이버섯 양송이버섯 양송이 콩나물 숙주 숙주나물 시금치 애호박 호박 단호박 오이 토마토 방울토마토 양배추 배추 상추
깻잎 부추 미나리 쑥갓 청경채 브로콜리 파프리카 피망 청양고추 홍고추 풋고추 고추 생강 레몬 레몬즙 라임 사과
바나나 파인애플 치즈 모짜렐라 체다치즈 파마산 파르메산 면 소면 당면 파스타면 스파게티면 라면사리 우동면 떡 떡국떡
가래떡 어묵 멸치 다시마 새우 오징어 낙지 문어 조개 바지락 홍합 전복 굴 게 고등어 연어 참치 참치캔 스팸 햄 베이컨
소시지
비엔나 쌀 찹쌀 밥 현미 보리 콩 팥 두유 전분 녹말 감자전분 옥수수전분 카레가루 카레 깨 통깨 참깨 들깨 들깨가루 호두
아몬드 땅콩 잣 건포도 초콜릿 코코아 바닐라 바닐라에센스 베이킹파우더 베이킹소다 이스트 젤라틴 요거트 요구르트
연유 새우젓 액젓 까나리액젓 멸치액젓 매실액 매실청 월계수잎 바질 파슬리 로즈마리 오레가노 타임 허브 계피 시나몬 강황
카레분 커민 물 얼음 무 파 김 배 빵 식빵 만두 만두피 라이스페이퍼 춘장 두반장 미소 사이다 콜라 양념장 양념
올리브오일 포도씨오일 아보카도오일 참치액 까나리 멸치액 스리라차
표고 느타리 팽이 대추 인삼 매생이 미역 톳 꽁치 갈치 삼치 명태 동태 황태 북어 코다리 아귀 쭈꾸미 꼬막 가리비
관자 꽃게 대게 랍스터 새우살 차돌박이
등심 안심 대창 막창 우삼겹 항정살 닭날개 닭똥집 오리고기 양고기 훈제오리 메추리알 삶은계란 계란물 달걀물 튀김옷
반죽물 부침반죽 전분물 쌀뜨물
면수 소스 드레싱 시럽 캐러멜 잼 휘핑 머랭 크림치즈 리코타 페타 고르곤졸라 펜네 라면스프 고추기름 파기름
마늘기름 레몬그라스
코코넛밀크 카카오 견과류 피스타치오 캐슈넛 블루베리 딸기 망고 오렌지 자몽 아보카도 병아리콩 렌틸콩 퀴노아 귀리
옥수수 완두콩 셀러리 비트 래디시
고명 쑥 고사리 도라지 더덕 우엉 연근 마 쌀가루 찹쌀가루 식용꽃 고기 생선 해물 야채 채소 기름
"""
_EN = """
soy sauce|sugar|brown sugar|powdered sugar|icing sugar|salt|sea salt|garlic|garlic powder|minced garlic|
garlic cloves|
cloves of garlic|onion|onions|red onion|green onion|green onions|spring onions|scallions|scallion|shallots|shallot|
carrot|carrots|potato|potatoes|sweet potatoes|tofu|egg|eggs|egg whites|egg yolks|egg yolk|pork|beef|ground beef|
chicken|chicken breast|chicken breasts|chicken thighs|turkey|lamb|bacon|ham|sausage|sausages|kimchi|butter|
unsalted butter|milk|whole milk|almond milk|coconut milk|cream|heavy cream|sour cream|whipping cream|cream cheese|
flour|all purpose flour|bread flour|whole wheat flour|breadcrumbs|bread crumbs|stock|broth|chicken stock|
chicken broth|vegetable stock|vegetable broth|beef broth|pepper|black pepper|vinegar|white vinegar|balsamic vinegar|
balsamic|rice vinegar|wine|white wine|red wine|mirin|sake|honey|maple syrup|corn syrup|oyster sauce|fish sauce|
hot sauce|
worcestershire sauce|tomato sauce|ketchup|mayonnaise|mayo|mustard|dijon mustard|wasabi|mushrooms|mushroom|spinach|
zucchini|cucumber|tomato|tomatoes|cherry tomatoes|tomato paste|canned tomatoes|cabbage|lettuce|kale|broccoli|
cauliflower|
bell pepper|bell peppers|red pepper|chili|chili flakes|chili powder|red pepper flakes|jalapenos|jalapeno|ginger|
lemon|
lemons|lemon juice|lime|lime juice|limes|apple|apples|banana|bananas|pineapple|orange|oranges|cheese|mozzarella|
cheddar|
parmesan|feta|ricotta|noodles|pasta|spaghetti|penne|rice noodles|rice cakes|anchovies|anchovy|kelp|shrimp|prawns|
squid|clams|mussels|salmon|tuna|cod|fish|crab|rice|brown rice|barley|quinoa|oats|beans|black beans|kidney beans|
chickpeas|
lentils|peas|green beans|corn|cornstarch|corn starch|curry powder|curry paste|sesame oil|olive oil|vegetable oil|
canola oil|oil|coconut oil|sesame seeds|walnuts|almonds|peanuts|peanut butter|pecans|cashews|pine nuts|raisins|
chocolate|
chocolate chips|dark chocolate|cocoa|cocoa powder|vanilla|vanilla extract|baking powder|baking soda|yeast|gelatin|
yogurt|greek yogurt|buttermilk|condensed milk|bay leaves|bay leaf|basil|parsley|cilantro|coriander|rosemary|thyme|
oregano|
sage|dill|mint|cinnamon|nutmeg|turmeric|cumin|paprika|smoked paprika|cayenne|saffron|water|ice|radish|celery|leeks|
leek|asparagus|eggplant|avocado|avocados|pumpkin|squash|butternut squash|beets|bread|tortillas|dumplings|gochujang|
gochugaru|doenjang|miso|tahini|hummus|olives|capers|spices|seasoning|dressing|dough|batter|sauce|meat|steak|ribs|
vegetables|veggies|herbs|nuts|
courgette|courgettes|aubergine|aubergines|chillies|chilli|chilies|shiitake|shiitakes|paneer|tempeh|naan|custard|
icing|frosting|marinade|glaze|gravy|
crust|pastry|filling|topping|stuffing|salsa|pesto|roux|sultanas|currants|berries|strawberries|blueberries|
raspberries|cherries|peaches|pears|plums|
mango|mangoes|coconut|parsnips|turnips|swede|beetroot|sprouts|brussels sprouts|pak choi|bok choy|bean sprouts|
okra|artichokes|fennel|lemongrass|
galangal|star anise|cardamom|cloves|belacan|ghee|lard|suet|margarine|marmalade|jam|syrup|treacle|molasses|
caramel|meringue|
marshmallows|gelatine|pancetta|chorizo|mince|salami|prosciutto|gammon|brisket|goose|veal|venison|oxtail|liver|wings|
thighs|drumsticks|fillets|
fillet|haddock|mackerel|sardines|trout|scallops|oysters|lobster|octopus|seaweed|nori|macaroni|lasagne sheets|
couscous|bulgur|polenta|semolina|
rice flour|tapioca|vermicelli|udon|ramen noodles|crackers|croutons|spuds|tatties|biscuits|
lentil|masala|garam masala|curry leaves|mustard seeds|sambal|kecap|gochujang paste|
kimchi paste|spring onion|garlic clove|peppercorns|stock cube|bones|juice|zest|yolk|yolks|whites|puree|paste
"""

#: Longest first, so that 고추장 is not read as 고추 and "sour cream" not as "cream".
PANTRY_KO: Final[tuple[str, ...]] = tuple(
    sorted({*_KO.split(), "코코넛 밀크", "토마토 소스", "굴 소스", "올리브 오일"}, key=lambda word: (-len(word), word))
)
PANTRY_EN: Final[tuple[str, ...]] = tuple(
    sorted({word.strip() for word in _EN.replace("\n", "").split("|") if word.strip()}, key=lambda w: (-len(w), w))
)
