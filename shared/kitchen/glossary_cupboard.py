"""What stands in the cupboard, as `glossary.py` writes it: seasonings; grains, noodles, dairy, herbs, fruit, nuts."""

from typing import Final

SEASONINGS: Final = """
soy_sauce | 간장 | soy sauce, soya sauce, shoyu
dark_soy_sauce < soy_sauce | 진간장, 양조간장, 왜간장, 노두유 | dark soy sauce, regular soy sauce
soup_soy_sauce < soy_sauce | 국간장, 조선간장, 집간장, 청장 | soup soy sauce, light soy sauce
fish_sauce | 액젓, 피시소스, 피쉬소스, 참치액젓, 참치액 | fish sauce
anchovy_sauce < fish_sauce | 멸치액젓, 까나리액젓 | anchovy sauce, anchovy fish sauce
salted_shrimp | 새우젓 | salted shrimp, saeujeot, salted fermented shrimp
gochujang | 고추장 | gochujang, red pepper paste, chili paste, korean chili paste, chilli paste
chogochujang < gochujang | 초고추장, 초장 | vinegared gochujang
doenjang | 된장 | doenjang, soybean paste, soy bean paste, fermented soybean paste
miso | 미소, 미소된장 | miso, miso paste
ssamjang | 쌈장 | ssamjang
chunjang | 춘장 | black bean paste, chunjang
doubanjiang | 두반장 | doubanjiang, chili bean paste
oyster_sauce | 굴소스 | oyster sauce
hoisin | 해선장, 호이신소스 | hoisin sauce, hoisin
teriyaki | 데리야끼소스, 데리야키소스 | teriyaki sauce
tomato_sauce | 토마토소스 | tomato sauce, marinara, passata, marinara sauce, pasta sauce
tomato_paste | 토마토페이스트 | tomato paste, tomato puree
ketchup | 케첩, 케찹, 토마토케첩 | ketchup, catsup
mayonnaise | 마요네즈, 마요 | mayonnaise, mayo
mustard | 머스터드, 겨자, 연겨자 | mustard, dijon mustard, dijon, yellow mustard
mustard_seeds | 겨자씨 | mustard seeds
worcestershire | 우스터소스 | worcestershire sauce, worcestershire
hot_sauce | 핫소스, 타바스코 | hot sauce, tabasco, sriracha
wasabi | 와사비, 고추냉이 | wasabi
chili_flakes | 고춧가루, 고추가루, 고추 가루, 고춧 가루 | red pepper flakes, chili flakes, gochugaru, chili powder,
  chilli flakes, red pepper powder, crushed red pepper, red chili flakes, pepper flakes, chilli powder,
  korean chili flakes
paprika_powder | 파프리카가루, 파프리카 파우더 | smoked paprika, sweet paprika, paprika
curry_powder | 카레가루, 카레, 카레분말 | curry powder, curry
pepper | 후추, 후춧가루, 후추가루, 통후추 | pepper
black_pepper < pepper | 흑후추, 검은후추 | black pepper, ground black pepper, peppercorns, ground pepper
white_pepper < pepper | 백후추, 흰후추 | white pepper
salt | 소금 | salt
coarse_salt < salt | 굵은소금, 천일염, 왕소금, 굵은 소금 | coarse salt, kosher salt, sea salt, rock salt
fine_salt < salt | 꽃소금, 가는소금, 맛소금, 고운소금 | fine salt, table salt
sugar | 설탕 | sugar
white_sugar < sugar | 백설탕, 흰설탕 | white sugar, granulated sugar, caster sugar, superfine sugar
brown_sugar < sugar | 황설탕, 흑설탕, 갈색설탕 | brown sugar, dark brown sugar, light brown sugar, muscovado
powdered_sugar | 슈가파우더, 분당, 파우더슈가 | powdered sugar, icing sugar, confectioners sugar, confectioners' sugar
honey | 꿀, 벌꿀 | honey
rice_syrup | 조청, 쌀조청 | rice syrup
corn_syrup | 물엿 | corn syrup
oligo_syrup | 올리고당 | oligosaccharide syrup
plum_extract | 매실액, 매실청, 매실 | plum extract, plum syrup
maple_syrup | 메이플시럽 | maple syrup
molasses | 당밀 | molasses, treacle
syrup | 시럽 | syrup
vinegar | 식초 | vinegar
rice_vinegar < vinegar | 현미식초, 쌀식초 | rice vinegar, rice wine vinegar
apple_vinegar < vinegar | 사과식초, 애플사이다비니거 | apple cider vinegar, cider vinegar, apple vinegar
white_vinegar < vinegar | 양조식초 | white vinegar, distilled vinegar, white wine vinegar
balsamic < vinegar | 발사믹식초, 발사믹 | balsamic vinegar, balsamic
cooking_wine | 맛술, 미림, 미향, 요리술 | mirin, cooking wine, rice wine
sake | 청주, 정종, 사케 | sake
soju | 소주 | soju
makgeolli | 막걸리 | makgeolli
wine | 와인 | wine
red_wine < wine | 레드와인, 적포도주, 레드 와인 | red wine
white_wine < wine | 화이트와인, 백포도주, 화이트 와인 | white wine
beer | 맥주 | beer
oil | 식용유, 기름 | oil, cooking oil
vegetable_oil < oil | 카놀라유, 포도씨유, 콩기름, 해바라기유, 옥수수유, 현미유 | vegetable oil, canola oil,
  sunflower oil, neutral oil, rapeseed oil, grapeseed oil, peanut oil, corn oil
olive_oil < oil | 올리브유, 올리브오일, 올리브 오일 | olive oil, extra virgin olive oil, evoo
sesame_oil | 참기름 | sesame oil, toasted sesame oil
perilla_oil | 들기름 | perilla oil
chili_oil | 고추기름, 라유 | chili oil, chilli oil
coconut_oil < oil | 코코넛오일 | coconut oil
lard | 라드, 돼지기름 | lard
sesame_seeds | 깨, 통깨, 참깨, 볶은깨, 깨소금, 볶음깨 | sesame seeds, sesame, toasted sesame seeds, sesame seed
perilla_seeds | 들깨 | perilla seeds
perilla_powder | 들깨가루, 들깻가루 | perilla powder, perilla seed powder
"""

STAPLES: Final = """
rice | 안남미, 자스민쌀, 바스마티쌀 | rice, white rice, jasmine rice, basmati rice, long-grain rice, uncooked rice
short_grain_rice < rice | 쌀, 백미, 불린쌀, 멥쌀 | short-grain rice, sushi rice
cooked_rice | 밥, 찬밥, 즉석밥, 햇반, 공기밥, 공깃밥 | cooked rice, steamed rice, leftover rice
brown_rice | 현미 | brown rice
sticky_rice | 찹쌀 | glutinous rice, sticky rice, sweet rice
sticky_rice_flour | 찹쌀가루 | glutinous rice flour, sweet rice flour, sticky rice flour
rice_flour | 쌀가루, 멥쌀가루 | rice flour
flour | 밀가루 | flour
all_purpose_flour < flour | 중력분 | all-purpose flour, all purpose flour, plain flour, ap flour
bread_flour < flour | 강력분 | bread flour, strong flour
cake_flour < flour | 박력분 | cake flour
whole_wheat_flour < flour | 통밀가루 | whole wheat flour, wholemeal flour
almond_flour | 아몬드가루, 아몬드파우더 | almond flour, ground almond, almond meal
frying_mix | 부침가루 | pancake mix, korean pancake mix, buchimgaru
tempura_mix | 튀김가루 | frying mix, tempura mix, tempura flour
bread_crumbs | 빵가루 | bread crumb, breadcrumb, panko
bread | 빵, 식빵, 바게트 | bread, toast, baguette
tortilla | 또띠아, 토르티야 | tortilla
baking_powder | 베이킹파우더, 베이킹 파우더 | baking powder
baking_soda | 베이킹소다, 식소다, 베이킹 소다 | baking soda, bicarbonate of soda, bicarb
yeast | 이스트, 드라이이스트, 인스턴트이스트 | yeast, dry yeast, instant yeast, active dry yeast
gelatin | 젤라틴, 판젤라틴 | gelatin, gelatine
oats | 오트밀, 귀리 | oat, rolled oat, oatmeal
cornmeal | 옥수수가루 | cornmeal, polenta
noodles | 면, 국수, 생면 | noodle
somyeon < noodles | 소면, 중면 | thin noodle, somyeon, wheat noodle
kalguksu < noodles | 칼국수, 칼국수면 | knife-cut noodle
udon < noodles | 우동, 우동면, 우동사리 | udon, udon noodle
ramen < noodles | 라면, 라면사리, 사리면, 라면사리면 | ramen, ramyeon, instant noodle, ramen noodle
glass_noodles < noodles | 당면, 납작당면 | glass noodle, sweet potato noodle, dangmyeon, cellophane noodle
rice_noodles < noodles | 쌀국수, 쌀국수면 | rice noodle, rice stick
egg_noodles < noodles | 에그누들 | egg noodle
pasta | 파스타, 파스타면 | pasta, fettuccine, linguine
spaghetti < pasta | 스파게티, 스파게티면 | spaghetti
penne < pasta | 펜네 | penne
macaroni < pasta | 마카로니 | macaroni
rice_cake | 떡 | rice cake, tteok
tteokbokki_tteok < rice_cake | 떡볶이떡, 밀떡, 쌀떡, 가래떡 | tteokbokki rice cake
tteokguk_tteok < rice_cake | 떡국떡, 떡국 떡 | sliced rice cake
dumpling | 만두, 냉동만두 | dumpling, mandu
dumpling_skin | 만두피 | dumpling wrapper, dumpling skin
milk | 우유 | milk, whole milk
soy_milk | 두유 | soy milk, soymilk
coconut_milk | 코코넛밀크, 코코넛 밀크 | coconut milk
almond_milk | 아몬드밀크, 아몬드 우유 | almond milk
oat_milk | 귀리우유, 오트밀크 | oat milk
buttermilk | 버터밀크 | buttermilk
condensed_milk | 연유 | condensed milk, sweetened condensed milk
milk_powder | 분유, 탈지분유 | milk powder
cream | 생크림 | cream
heavy_cream < cream | 휘핑크림, 동물성생크림 | heavy cream, whipping cream, heavy whipping cream, double cream,
  single cream, half-and-half
sour_cream | 사워크림 | sour cream
ice_cream | 아이스크림 | ice cream
yogurt | 요거트, 요구르트, 플레인요거트, 그릭요거트 | yogurt, yoghurt, greek yogurt, plain yogurt
butter | 버터 | butter
unsalted_butter < butter | 무염버터 | unsalted butter
salted_butter < butter | 가염버터 | salted butter
peanut_butter | 땅콩버터, 피넛버터 | peanut butter
almond_butter | 아몬드버터 | almond butter
apple_butter | 애플버터 | apple butter
cocoa_butter | 카카오버터 | cocoa butter
margarine | 마가린 | margarine
shortening | 쇼트닝 | shortening
cheese | 치즈 | cheese
mozzarella < cheese | 모짜렐라, 모차렐라, 모짜렐라치즈, 모차렐라치즈, 피자치즈 | mozzarella, mozzarella cheese
parmesan < cheese | 파마산, 파르메산, 파마산치즈, 파르메산치즈, 파르미지아노 | parmesan, parmesan cheese, parmigiano
cheddar < cheese | 체다, 체다치즈, 슬라이스치즈 | cheddar, cheddar cheese, sliced cheese
cream_cheese < cheese | 크림치즈 | cream cheese
feta < cheese | 페타치즈, 페타 | feta, feta cheese
ricotta < cheese | 리코타치즈, 리코타 | ricotta, ricotta cheese
chocolate | 초콜릿, 초콜렛, 다크초콜릿, 커버춰 | chocolate, dark chocolate, milk chocolate
chocolate_chips | 초코칩, 초콜릿칩 | chocolate chip
cocoa | 코코아, 코코아가루, 코코아파우더, 카카오가루 | cocoa powder, cocoa, unsweetened cocoa powder
vanilla | 바닐라, 바닐라익스트랙, 바닐라에센스, 바닐라엑스트랙 | vanilla, vanilla extract, vanilla essence
cinnamon | 계피, 시나몬, 계피가루, 시나몬가루, 시나몬파우더 | cinnamon, ground cinnamon, cinnamon stick
nutmeg | 넛맥, 육두구 | nutmeg
cumin | 쿠민, 큐민 | cumin, ground cumin
turmeric | 강황, 강황가루 | turmeric
oregano | 오레가노 | oregano
thyme | 타임 | thyme
rosemary | 로즈마리 | rosemary
basil | 바질 | basil, basil leaf
parsley | 파슬리, 파슬리가루 | parsley
cilantro | 고수 | cilantro, coriander, coriander leaf
coriander_seeds | 고수씨 | coriander seeds, ground coriander
mint | 민트 | mint, mint leaf
bay_leaf | 월계수잎, 월계수 잎 | bay leaf
dill | 딜 | dill
lemon | 레몬 | lemon
lemon_juice < lemon | 레몬즙, 레몬주스 | lemon juice, juice of a lemon
lemon_zest < lemon | 레몬제스트 | lemon zest
lime | 라임 | lime
lime_juice < lime | 라임즙, 라임주스 | lime juice
orange | 오렌지 | orange
orange_juice < orange | 오렌지주스 | orange juice
apple | 사과 | apple
pear | 배 | pear, asian pear, korean pear
pear_juice | 배즙, 갈아만든배 | pear juice
banana | 바나나 | banana
strawberry | 딸기 | strawberry
blueberry | 블루베리 | blueberry
grape | 포도 | grape
pineapple | 파인애플 | pineapple
kiwi | 키위 | kiwi
mango | 망고 | mango
avocado | 아보카도 | avocado
persimmon | 감 | persimmon
jujube | 대추 | jujube, date
chestnut | 밤, 깐밤 | chestnut
water_chestnut | 마름 | water chestnut
peanut | 땅콩 | peanut
almond | 아몬드 | almond
walnut | 호두 | walnut
pine_nut | 잣 | pine nut
pecan | 피칸 | pecan
cashew | 캐슈넛 | cashew
raisin | 건포도 | raisin
coconut | 코코넛, 코코넛칩 | coconut, shredded coconut
olive | 올리브, 블랙올리브 | olive
caper | 케이퍼 | caper
cola | 콜라 | cola, coke
sprite | 사이다 | sprite, lemon-lime soda
sparkling_water | 탄산수 | sparkling water, soda water, club soda
coffee | 커피, 에스프레소 | coffee, espresso
green_tea_powder | 녹차가루, 말차, 말차가루 | matcha, green tea powder
jam | 잼, 딸기잼 | jam, jelly
instant_curry | 고형카레, 카레루 | curry roux
apple_sauce | 사과소스 | applesauce
gochu_leaf | 고춧잎 | chili leaf
bracken | 고사리 | bracken, fernbrake
bellflower | 도라지 | bellflower root
lotus_root | 연근 | lotus root
burdock | 우엉 | burdock, burdock root
taro | 토란 | taro
acorn_jelly | 도토리묵, 묵, 청포묵 | acorn jelly
konjac | 곤약 | konjac
chicken_powder | 치킨파우더, 닭가루 | chicken powder
tapioca | 타피오카 | tapioca
quinoa | 퀴노아 | quinoa
couscous | 쿠스쿠스 | couscous
barley | 보리 | barley
tahini | 타히니 | tahini
"""
