"""What is bought fresh, as `glossary.py` writes it: vegetables, tofu, meat, fish, kimchi."""

from typing import Final

FRESH: Final = """
garlic | 마늘, 통마늘, 깐마늘 | garlic, garlic clove, clove of garlic
minced_garlic < garlic | 다진마늘, 다진 마늘, 간마늘, 간 마늘 | minced garlic, crushed garlic, chopped garlic
garlic_powder | 마늘가루, 갈릭파우더 | garlic powder, granulated garlic
garlic_scapes | 마늘쫑, 마늘종 | garlic scapes
onion_powder | 양파가루, 어니언파우더 | onion powder
ginger | 생강, 다진생강, 다진 생강 | ginger, fresh ginger, ginger root
ginger_powder | 생강가루 | ginger powder, ground ginger
green_onion | 파 | scallion, green onion, spring onion
big_green_onion < green_onion | 대파 | large green onion, daepa, welsh onion
chives < green_onion | 쪽파, 실파 | thin green onion
garlic_chives | 부추 | chives, garlic chives, chinese chives
leek | 리크, 서양대파 | leek
onion | 양파 | onion
red_onion < onion | 적양파, 자색양파 | red onion, purple onion
white_onion < onion | 흰양파 | white onion, yellow onion, sweet onion
shallot | 샬롯 | shallot
chili | 고추 | chili, chilli, chile, chili pepper, hot pepper
cheongyang < chili | 청양고추 | cheongyang pepper, korean hot pepper
green_chili < chili | 풋고추, 청고추, 오이고추 | green chili, green chilli, green chili pepper
red_chili < chili | 홍고추, 붉은고추, 빨간고추 | red chili, red chilli, red chili pepper
dried_chili < chili | 건고추, 마른고추, 말린고추, 베트남고추, 페페론치노 | dried chili, dried red chili, peperoncino
jalapeno < chili | 할라피뇨 | jalapeno, jalapeño
bell_pepper | 파프리카, 피망 | bell pepper, capsicum, sweet pepper
red_bell_pepper < bell_pepper | 빨간파프리카, 빨간 파프리카, 홍피망 | red bell pepper, red pepper
green_bell_pepper < bell_pepper | 초록파프리카, 청피망 | green bell pepper, green pepper
yellow_bell_pepper < bell_pepper | 노란파프리카, 노란 파프리카 | yellow bell pepper, yellow pepper
tomato | 토마토 | tomato
cherry_tomato < tomato | 방울토마토, 대추방울토마토 | cherry tomato, grape tomato
canned_tomato < tomato | 토마토캔, 홀토마토 | canned tomato, crushed tomato, diced tomato, chopped tomato, plum tomato
potato | 감자 | potato
sweet_potato | 고구마 | sweet potato, yam
potato_starch < starch | 감자전분, 감자 전분, 감자가루 | potato starch
starch | 전분, 녹말, 전분가루, 녹말가루 | starch
corn_starch < starch | 옥수수전분, 옥수수 전분, 콘스타치 | cornstarch, corn starch, cornflour, corn flour
carrot | 당근 | carrot
radish | 무 | radish, daikon, korean radish, white radish, mu
young_radish | 열무, 총각무, 알타리무 | young radish
cabbage | 양배추 | cabbage
red_cabbage < cabbage | 적양배추, 적채 | red cabbage, purple cabbage
napa | 배추, 알배추, 알배기배추 | napa cabbage, chinese cabbage, napa
bok_choy | 청경채 | bok choy, pak choi
lettuce | 양상추, 상추, 로메인 | lettuce, romaine, romaine lettuce, iceberg lettuce
perilla_leaf | 깻잎 | perilla leaf, shiso
spinach | 시금치 | spinach
bean_sprouts | 콩나물 | bean sprouts, soybean sprouts, bean sprout, soybean sprout
mung_sprouts | 숙주, 숙주나물 | mung bean sprouts, mung bean sprout
water_parsley | 미나리 | water parsley, water dropwort
crown_daisy | 쑥갓 | crown daisy
zucchini | 애호박, 호박, 주키니 | zucchini, courgette, summer squash, korean zucchini, aehobak
kabocha | 단호박, 늙은호박 | kabocha, pumpkin, kabocha squash, butternut squash
cucumber | 오이 | cucumber
eggplant | 가지 | eggplant, aubergine
broccoli | 브로콜리 | broccoli
cauliflower | 콜리플라워 | cauliflower
celery | 샐러리, 셀러리 | celery
asparagus | 아스파라거스 | asparagus
corn | 옥수수, 스위트콘, 콘옥수수 | corn, sweetcorn, sweet corn
peas | 완두콩 | pea, green pea
green_beans | 그린빈, 껍질콩 | green bean, string bean
bean | 콩 | bean, soybean
black_beans < bean | 검은콩, 서리태 | black bean
chickpeas | 병아리콩 | chickpea, garbanzo bean, garbanzo
red_beans | 팥 | red bean, azuki bean, adzuki bean
lentils | 렌틸콩, 렌즈콩 | lentil
mushroom | 버섯 | mushroom
shiitake < mushroom | 표고버섯, 표고, 건표고, 건표고버섯 | shiitake, shiitake mushroom
enoki < mushroom | 팽이버섯, 팽이 | enoki, enoki mushroom
king_oyster < mushroom | 새송이버섯, 새송이 | king oyster mushroom
oyster_mushroom < mushroom | 느타리버섯, 느타리 | oyster mushroom
button_mushroom < mushroom | 양송이버섯, 양송이 | button mushroom, cremini, champignon, white mushroom
wood_ear < mushroom | 목이버섯 | wood ear mushroom, wood ear
seaweed | 미역, 건미역 | seaweed, miyeok, wakame
laver | 김, 김가루, 조미김, 김밥김 | laver, nori, gim, seaweed sheet
kelp | 다시마 | kelp, kombu, dashima, dried kelp
anchovy | 멸치, 국물멸치, 다시멸치, 국멸치, 잔멸치, 국물용멸치 | anchovy, dried anchovy
stock | 육수, 국물, 다시, 다시물 | stock, broth, dashi
anchovy_stock < stock | 멸치육수, 멸치다시마육수, 멸치 육수 | anchovy stock, anchovy broth
chicken_stock < stock | 닭육수, 치킨스톡, 치킨 스톡 | chicken stock, chicken broth, chicken bouillon
beef_stock < stock | 소고기육수, 사골육수, 사골국물 | beef stock, beef broth
vegetable_stock < stock | 채소육수, 야채육수, 채수 | vegetable stock, vegetable broth
bouillon | 다시다, 조미료, 미원, 코인육수 | bouillon, bouillon cube, msg, stock cube
water | 물, 생수, 정수물, 찬물, 뜨거운물, 끓는물 | water
pasta_water < water | 면수 | pasta water, cooking water
rice_water | 쌀뜨물 | rice water
ice | 얼음 | ice, ice cube
egg | 계란, 달걀, 유정란, 왕란, 특란 | egg
egg_yolk | 노른자, 계란노른자, 달걀노른자 | egg yolk, yolk
egg_white | 흰자, 계란흰자, 달걀흰자 | egg white
quail_egg | 메추리알 | quail egg
tofu | 두부 | tofu, bean curd
firm_tofu < tofu | 부침두부, 부침용두부, 단단한두부, 찌개두부, 찌개용두부 | firm tofu
soft_tofu < tofu | 순두부, 연두부 | soft tofu, silken tofu
fried_tofu | 유부 | fried tofu, fried bean curd
fish_cake | 어묵, 오뎅, 사각어묵 | fish cake, fishcake, eomuk, odeng
crab_stick | 맛살, 게맛살, 크래미 | crab stick, imitation crab
ham | 햄, 스팸, 통조림햄 | ham, spam, luncheon meat
sausage | 소시지, 소세지, 비엔나, 비엔나소시지 | sausage
bacon | 베이컨 | bacon
tuna | 참치, 참치캔, 참치통조림 | tuna, canned tuna
meat | 고기 | meat
beef < meat | 소고기, 쇠고기, 한우 | beef
brisket < beef | 양지, 양지머리, 차돌박이, 차돌 | brisket, beef brisket
bulgogi_beef < beef | 불고기감, 불고기용소고기 | thinly sliced beef
steak < beef | 스테이크, 등심, 안심, 소등심 | steak, sirloin, tenderloin, ribeye
ground_beef < beef | 다진소고기, 다진 소고기, 소고기다짐육, 소고기 다짐육, 다진쇠고기 | ground beef, minced beef,
  beef mince
short_ribs < beef | 소갈비, 갈비, LA갈비, 찜갈비 | short rib, beef short rib, galbi, rib
pork < meat | 돼지고기, 돼지 | pork
pork_belly < pork | 삼겹살, 대패삼겹살, 통삼겹살, 오겹살 | pork belly
pork_shoulder < pork | 목살, 돼지목살, 앞다리살, 돼지앞다리살, 뒷다리살, 돼지고기앞다리 | pork shoulder, pork butt,
  boston butt
ground_pork < pork | 다진돼지고기, 다진 돼지고기, 돼지고기다짐육, 돼지고기 다짐육 | ground pork, minced pork,
  pork mince
pork_ribs < pork | 등갈비, 돼지갈비, 쪽갈비 | pork rib, back rib, sparerib
pork_loin < pork | 돼지등심, 돼지안심 | pork loin, pork tenderloin, pork chop
ground_meat < meat | 다진고기, 다진 고기, 다짐육 | ground meat, minced meat, mince
chicken < meat | 닭, 닭고기, 생닭, 닭볶음탕용닭, 영계 | chicken, whole chicken
chicken_breast < chicken | 닭가슴살, 닭안심 | chicken breast, chicken tender
chicken_thigh < chicken | 닭다리살, 닭다리, 닭정육, 닭넓적다리살 | chicken thigh, chicken leg, drumstick
chicken_wing < chicken | 닭날개, 닭봉, 윙 | chicken wing, wing
duck < meat | 오리고기, 오리, 훈제오리 | duck
lamb < meat | 양고기 | lamb, mutton
turkey < meat | 칠면조 | turkey
liver | 간 | liver
fish | 생선 | fish
cod < fish | 대구 | cod
mackerel < fish | 고등어 | mackerel
salmon < fish | 연어 | salmon
hairtail < fish | 갈치 | hairtail, cutlassfish
pollock < fish | 동태, 명태, 황태, 북어, 황태채, 북어채, 코다리 | pollock, pollack, dried pollock
roe | 명란, 명란젓 | pollock roe, roe
shrimp | 새우, 칵테일새우, 생새우, 대하 | shrimp, prawn
dried_shrimp | 건새우, 마른새우, 보리새우 | dried shrimp
squid | 오징어 | squid, calamari
small_octopus | 낙지, 주꾸미, 쭈꾸미, 문어 | octopus, baby octopus
clam | 바지락, 조개, 모시조개, 조갯살 | clam
mussel | 홍합 | mussel
oyster | 굴 | oyster
crab | 게, 꽃게 | crab
scallop | 관자, 가리비 | scallop
kimchi | 김치, 배추김치, 신김치, 묵은지, 익은김치, 포기김치 | kimchi
kimchi_juice | 김칫국물, 김치국물, 김치 국물 | kimchi juice, kimchi brine
radish_kimchi | 깍두기 | radish kimchi, kkakdugi
danmuji | 단무지 | pickled radish, danmuji
pickle | 피클 | pickle, gherkin
"""
