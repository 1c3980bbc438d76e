"""The words and signs around a name and an amount in a line of an ingredient list: headings, sizes, "to taste", 썬 것.

Patterns only; how a line is taken apart with them is in `ingredient_lines.py`.
"""

import re
from typing import Final

LONGEST: Final = 500
BULLET: Final = re.compile(r"^[\s\-*•·▢□☐✓✔▪◦●○■□◆◇★☆※▶►–—>]+(?=\S)|^\d{1,2}[.)]\s+(?=\D)")
GROUP: Final = re.compile(r"^[\[【<〈《](?P<group>[^\]】>〉》]{1,30})[\]】>〉》]\s*[:\-]?\s*")
GROUP_COLON: Final = re.compile(r"^(?P<group>[^:：\d()½¼¾⅓⅔]{1,30})[:：]\s*(?P<rest>.*)$", re.DOTALL)
HEADING_EN: Final = re.compile(r"^(?:for|to)(?: the| serve)?\s", re.IGNORECASE)
PARENS: Final = re.compile(r"\(([^()]*)\)")
OPTIONAL: Final = re.compile(
    r"optional|if (?:desired|you like|available)|선택(?! ?한)|생략 ?(?:가능|해도)|없어도|옵션|있으면"
    r"|취향에 따라 추가|기호에 따라",
    re.IGNORECASE,
)
OPTIONAL_ONLY: Final = re.compile(
    r"[\s,.:*\-]*(?:\(?optional\)?|선택(?: ?사항| ?재료)?|생략 ?가능(?:해요|함)?|없어도 ?(?:돼요|됨|무방|됩니다"
    r"|돼)|옵션|있으면(?: 추가)?|if desired|if you like)[\s,.:*]*",
    re.IGNORECASE,
)
PREP_KO: Final = re.compile(
    "썬|썰|다진|다져|다지|채 ?[친썬썰]|채로|깍둑|편으로|편썰|송송|어슷|갈은|갈아|간 ?것|손질|불린|불려|데친|데쳐"
    "|삶은|삶아|구운|볶은|으깬|으깨|찢|잘게|토막 ?[낸내]|껍질|씻|물기|"
    "해동|실온|체 ?[친치에]|녹인|녹여|절인|벗긴|벗겨|자른|잘라|슬라이스|크기로|반으로|채칼|나박|깍뚝|돌려"
    "|어슷어슷|건져|꼭 짠|발라|제거|뺀|풀어|푼"
)
EACH: Final = re.compile(
    r"(?:약|대략|about|approximately|approx\.?|around|roughly|each|total|in total|or so|정도|쯤|가량|가득|기준"
    r"|또는|or|=|≈|~|종이컵|밥숟가락|weight|packed|[\s,./+;])*",
    re.IGNORECASE,
)
SAME_AMOUNT: Final = re.compile(r"\s*(?:/|=|또는|or)\s*", re.IGNORECASE)
AND_MORE: Final = re.compile(r"\s*(?:\+|plus|and|더하기)\s*", re.IGNORECASE)
TIMES: Final = re.compile(r"^\s*(?P<count>\d{1,3})\s*[x×]\s*(?=\d)", re.IGNORECASE)
OF: Final = re.compile(r"^[\s,]*(?:of\s+(?:the\s+)?|an?\s+(?=[a-z]))?", re.IGNORECASE)
CONTAINER: Final = re.compile(
    r"^\s*-?\s*(?P<unit>cans?|tins?|jars?|bottles?|packages?|packets?|packs?|pkgs?\.?|bags?|box(?:es)?|cartons?"
    r"|containers?|tubs?|blocks?|sticks?|envelopes?|sachets?|pieces?|knobs?|loaf|loaves|fillets?"
    r"|sheets?)\b\s*(?:of\s+)?",
    re.IGNORECASE,
)
SIZE_FIRST: Final = re.compile(
    r"^\s*(?P<count>\d{1,2}|an?|one|two|three|four|five|six)[\s]+(?P<size>\d{1,4}(?:[.,/]\d+)?(?:\s*(?:to"
    r"|-)\s*\d+)?[\s-]?(?:ounce|oz\.?|gram|g|pound|lb\.?|ml|inch|cm|l|liter|litre|kg)s?)[\s-]+(?=[a-z])",
    re.IGNORECASE,
)
LENGTH_PIECE: Final = re.compile(
    r"^\s*(?:an?\s+|one\s+|1\s+)?(?P<size>[0-9½¼¾/.\s]{1,7}[\s-]?(?:inch|cm|centimeter)(?:es"
    r"|s)?)[\s-]+(?P<unit>piece|knob|chunk|stick|nub)s?\s+(?:of\s+)?",
    re.IGNORECASE,
)
BARE_MEASURE: Final = re.compile(
    r"^(?P<unit>pinch|handful|dash|splash|drizzle|knob|sprinkle|bunch)(?:es|s)?\s+(?:of\s+)?(?=[a-z])", re.IGNORECASE
)
A_FEW: Final = re.compile(
    r"^(?:a few|several|some)\s+(?P<unit>sprigs|leaves|slices|cloves|drops|dashes|handfuls|pinches|pieces|stalks|cubes)"
    r"\s+(?:of\s+)?",
    re.IGNORECASE,
)
SIZE_KO: Final = re.compile(r"\s*(?P<size>(?:중간|큰|작은|중|대|소|보통) ?(?:크기|사이즈|것|거))$")
JUICE: Final = re.compile(
    r"^(?:the\s+)?(?:(?:finely )?grated |fresh(?:ly squeezed)? )?(?P<part>juice|zest|rind|juice and zest"
    r"|zest and juice)(?:\s*\([^)]*\))?\s+(?:of|from)\s+",
    re.IGNORECASE,
)
COUNTED_NAME: Final = re.compile(r"^(?P<name>garlic|celery)\s+(?P<unit>clove|stalk|rib)s?$", re.IGNORECASE)
SPLIT: Final = re.compile(r"\s*,\s+|\s+[-–—]\s+|\s*;\s*")
TO_TASTE: Final = re.compile(
    r"(?:^|[\s,])(?:or\s+)?(?:(?:to|according to your) taste|as needed|as required|as desired|to your liking)\s*$",
    re.IGNORECASE,
)
FOR_USE: Final = re.compile(r"^for\s+\w+ing\b|^for (?:garnish|the pan|the grill|the table|decoration)", re.IGNORECASE)
NAME_EDGES: Final = " \t\n,.:;·-–—~=/*"
PREPARED_EN: Final = re.compile(
    r"\b(?:\w+ed|cut|thinly|finely|roughly|coarsely|at room temperature|skin on|skin-on|bone-in|to serve"
    r"|for \w+ing|in half|torn|split|beaten|ground|drawn|shaken|frozen)\b",
    re.IGNORECASE,
)
