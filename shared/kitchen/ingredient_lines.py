"""One line of an ingredient list, taken apart: what, how much, how prepared.

Korean lines put the name first ("다진 마늘 1/2큰술", "대파 1대(흰 부분)"), English ones the amount ("1 (14 oz) can
tomatoes").
The name keeps what belongs to it ("다진 마늘", "large eggs"); what follows a comma or the amount is `prep` or `note`.
Nothing is left out and nothing is guessed: a line without an amount has `quantity` None.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from shared.kitchen import ingredient_line_words as words
from shared.kitchen.ingredient_concepts import DESCRIBING_EN, concept_of
from shared.kitchen.language import Language, language_of
from shared.kitchen.numeral import Script
from shared.kitchen.numerals import numerals
from shared.kitchen.quantities import Quantity, find_quantities
from shared.kitchen.reading import fold, is_hangul, read
from shared.kitchen.units import UNITS, Dimension, convert, find_unit


@dataclass(frozen=True, slots=True)
class IngredientLine:
    """A line of the list. `alternatives` say the same amount in other units ("2컵(400ml)").

    `group` is the heading it stands under ("양념"); a line that is only a heading has an empty name.
    """

    name: str
    quantity: Quantity | None = None
    alternatives: tuple[Quantity, ...] = ()
    prep: str | None = None
    note: str | None = None
    group: str | None = None
    optional: bool = False
    text: str = ""


def parse_ingredient_line(line: str, language: Language | None = None) -> IngredientLine:
    """One line taken apart.

    >>> line = parse_ingredient_line("[양념] 물 2컵(400ml)")
    >>> line.group, line.name, str(line.quantity.amount), line.quantity.unit, [q.unit for q in line.alternatives]
    ('양념', '물', '2', 'cup_kr', ['ml'])
    >>> parse_ingredient_line("2 cups all-purpose flour, sifted").prep
    'sifted'
    """
    text = " ".join(line[: words.LONGEST].split())
    rest = words.BULLET.sub("", read(text).cased)
    group, optional = None, False
    while (heading := words.GROUP.match(rest)) is not None:
        word = heading["group"].strip()
        if words.OPTIONAL_ONLY.fullmatch(word):
            optional = True
        else:
            group = word
        rest = rest[heading.end() :]
    colon = words.GROUP_COLON.match(rest)
    if colon is not None:
        before, after = colon["group"].strip(), colon["rest"].strip()
        if words.OPTIONAL_ONLY.fullmatch(before):
            optional, rest = True, after
        elif not after:
            return IngredientLine("", group=words.HEADING_EN.sub("", before), text=text)
        elif not _starts_with_amount(after) and not (_amount_first(after) and concept_of(before)):
            group, rest = before, after
        else:
            rest = f"{before} {after}"
    if not rest or (
        words.HEADING_EN.match(rest) and not any(char.isdigit() for char in rest) and len(rest) < 40 and "," not in rest
    ):
        return IngredientLine("", group=group or words.HEADING_EN.sub("", rest).strip(" :") or None, text=text)
    parsed = _read(rest, language or language_of(rest, Language.EN))
    return replace(parsed, group=group, optional=optional or parsed.optional, text=text)


def parse_ingredient_lines(text: str, language: Language | None = None) -> tuple[IngredientLine, ...]:
    """A pasted list: one line each, and "양념: 간장 2T, 설탕 1T, 물 약간" as three under one heading."""
    lines: list[IngredientLine] = []
    group: str | None = None
    for written in text.splitlines():
        raw = written[: words.LONGEST]
        if not raw.strip():
            continue
        parts = [part for part in re.split(r"[,，、]\s*(?=[^\d\s)])(?![^()]*\))", raw) if part.strip()]
        several = len(parts) > 1 and all(find_quantities(part) for part in parts)
        for index, part in enumerate(parts if several else [raw]):
            line = parse_ingredient_line(part, language)
            if line.name == "" and line.group is not None:
                group = line.group
                continue
            if several and index and lines and line.group is None:
                line = replace(line, group=lines[-1].group)
            elif line.group is None and group is not None:
                line = replace(line, group=group)
            lines.append(line)
    return tuple(lines)


def _amount_first(text: str) -> bool:
    return any(quantity.start == 0 for quantity in find_quantities(text))


def _starts_with_amount(text: str) -> bool:
    found = find_quantities(text)
    if found and not text[: found[0].start].strip(" 약"):
        return not text[found[0].end :].strip(" ().,") or text[found[0].end :].lstrip().startswith(("(", ","))
    return bool(re.fullmatch(r"[0-9½¼¾⅓⅔/.~\- ]+", text))


def _read(text: str, language: Language) -> IngredientLine:
    optional = False
    notes: list[str] = []
    preps: list[str] = []
    alternatives: list[Quantity] = []
    size: Quantity | None = None

    def set_aside(match: re.Match[str]) -> str:
        nonlocal optional, size
        inside = match[1].strip()
        if words.OPTIONAL.search(inside):
            optional = True
            if words.OPTIONAL_ONLY.fullmatch(inside):
                return " "
        amounts = [q for q in find_quantities(inside) if q.amount is not None and not _is_length(q)]
        left = inside
        for quantity in reversed(amounts):
            left = left[: quantity.start] + left[quantity.end :]
        if amounts and words.EACH.fullmatch(left):
            before = text[: match.start()].strip()
            about = re.search(r"약|대략|about|approx|around|roughly|정도|쯤", inside, re.IGNORECASE) is not None
            amounts = [replace(q, approximate=q.approximate or about) for q in amounts]
            if re.fullmatch(r"[0-9]{1,2}|one|two|three|four|an?", before, re.IGNORECASE) and words.CONTAINER.match(
                text[match.end() :]
            ):
                size = amounts[0]
                return " "
            alternatives.extend(amounts)
        elif inside and (words.PREP_KO.search(inside) if any(map(is_hangul, inside)) else _looks_prepared(inside)):
            preps.append(inside)
        elif inside:
            notes.append(inside)
        return " "

    core = " ".join(words.PARENS.sub(set_aside, text).split())
    if words.OPTIONAL.search(core):
        optional = True
        core = re.sub(
            r"[\s,\-]*\b(?:optional|if desired|if you like)\b[\s,:]*|[\s,]*(?:선택 ?사항|선택|생략 ?가능)(?:$|[\s,:])",
            " ",
            core,
            flags=re.IGNORECASE,
        ).strip(" ,")
    quantity, name, after = _amount_and_name(core, language, notes, alternatives)
    if size is not None and quantity is not None and quantity.amount is not None and size.amount is not None:
        high = None if size.high is None else size.high * quantity.amount
        alternatives.insert(0, replace(size, amount=size.amount * quantity.amount, high=high))
        if quantity.amount != 1:
            notes.insert(0, f"{size.text} each")
    if after.lower().startswith(("plus ", "for ", "to serve")):
        notes.append(after)
    elif after:
        (preps if not any(map(is_hangul, after)) or words.PREP_KO.search(after) else notes).append(after)
    return IngredientLine(
        name=name.strip(words.NAME_EDGES),
        quantity=quantity,
        alternatives=tuple(alternatives),
        prep=", ".join(preps) or None,
        note=", ".join(notes) or None,
        optional=optional,
    )


def _looks_prepared(text: str) -> bool:
    return words.PREPARED_EN.search(text) is not None


def _is_length(quantity: Quantity) -> bool:
    return quantity.unit is not None and UNITS[quantity.unit].dimension is Dimension.LENGTH


def _amount_and_name(
    core: str, language: Language, notes: list[str], alternatives: list[Quantity]
) -> tuple[Quantity | None, str, str]:
    juice = words.JUICE.match(core)
    if juice is not None:
        quantity, name, after = _amount_and_name(core[juice.end() :], language, notes, alternatives)
        notes.append(juice.group().strip())
        single = name[:-1] if name.endswith("s") else name
        part = juice["part"].lower()
        return quantity, f"{single} {part}" if " " not in part else f"{single} ({part})", after
    piece = words.LENGTH_PIECE.match(core)
    if piece is not None:
        notes.append(piece["size"].strip())
        quantity = Quantity(Fraction(1), unit=piece["unit"].lower(), text=piece.group().strip())
        return quantity, *_split_name(core[piece.end() :])
    few = words.A_FEW.match(core)
    if few is not None:
        unit_name = find_unit(few["unit"])
        quantity = Quantity(None, None, unit_name.name if unit_name else None, True, False, few.group().strip())
        return quantity, *_split_name(core[few.end() :])
    bare = words.BARE_MEASURE.match(core)
    if bare is not None:
        unit = bare["unit"].lower()
        quantity = Quantity(Fraction(1), unit=unit if unit in UNITS else None, text=bare["unit"])
        return quantity, *_split_name(core[bare.end() :])
    sized = words.TIMES.match(core) or words.SIZE_FIRST.match(core)
    if sized is not None:
        counted = _containers(core, sized, notes, alternatives)
        if counted is not None:
            return counted
    found = find_quantities(core)
    exact = [q for q in found if q.amount is not None and not _is_length(q)]
    first = exact[0] if exact else _bare_count(core) or next((q for q in found if _is_length(q)), None)
    if first is None:
        vague = next((q for q in found if q.amount is None), None)
        if vague is None:
            return None, *_split_name(core)
        return _some(core, vague)
    amount, end = _more(core, first, exact, alternatives)
    before, after = core[: first.start].strip(words.NAME_EDGES), core[end:]
    if re.fullmatch(
        r"(?:약|대략|about|around|approximately|approx\.?|a|an|the|scant|heaping|generous|each)?", before, re.IGNORECASE
    ):
        container = words.CONTAINER.match(after) if amount.unit is None else None
        if container is not None:
            unit = find_unit(container["unit"])
            amount, after = replace(amount, unit=unit.name if unit else None), after[container.end() :]
        name, rest = _split_name(words.OF.sub("", after))
        if not any(map(is_hangul, name)):
            counted_name = words.COUNTED_NAME.match(name)
            if counted_name is not None and amount.unit is None:
                return replace(amount, unit=counted_name["unit"].lower()), counted_name["name"], rest
        else:
            name = re.sub("^(?:의|정도의|정도) ", "", name)
        return amount, name, rest
    size = words.SIZE_KO.search(before)
    if size is not None:
        notes.append(size["size"])
        before = before[: size.start()]
    return amount, re.sub(r"\s*(?:약|대략|about|around)$", "", before), after.strip(words.NAME_EDGES)


def _containers(
    core: str, sized: re.Match[str], notes: list[str], alternatives: list[Quantity]
) -> tuple[Quantity | None, str, str] | None:
    """ "2 x 400 g cans tomatoes", "1 14-oz can tomatoes": so many, of such a size."""
    count_word = sized["count"].lower()
    count = (
        Fraction(int(count_word))
        if count_word.isdigit()
        else next((n.value for n in numerals(count_word)), Fraction(1))
    )
    rest = core[sized.end() :] if "size" not in sized.groupdict() else core[sized.start("size") :]
    sizes = find_quantities(rest)
    if not sizes or sizes[0].start > 1 or sizes[0].amount is None:
        return None
    each = sizes[0]
    after = rest[each.end :]
    container = words.CONTAINER.match(after.replace("-", " ", 1) if after.startswith("-") else after)
    unit = None
    if container is not None:
        found = find_unit(container["unit"])
        unit, after = (found.name if found else None), after[container.end() :]
    elif "size" in sized.groupdict():
        return None
    if _is_length(each):
        notes.append(each.text)
    else:
        alternatives.append(replace(each, amount=count * (each.amount or 0)))
        if count != 1:
            notes.append(f"{each.text} each")
    return Quantity(count, unit=unit, text=core[: len(core) - len(after)].strip()), *_split_name(
        words.OF.sub("", after)
    )


def _bare_count(core: str) -> Quantity | None:
    """ "2 apples", '달걀 2': a number without a unit, first or last in the line."""
    view = fold(core)
    for numeral in numerals(view):
        if numeral.script is Script.ARTICLE or not numeral.alone:
            continue
        first = not view[: numeral.start].strip(" ~약") or view[: numeral.start].strip() in ("about", "around")
        last = not view[numeral.end :].strip(" .,~정도쯤")
        if (first and view[numeral.end : numeral.end + 1] in (" ", "-")) or (
            last and numeral.start and view[numeral.start - 1] in " :"
        ):
            return Quantity(
                numeral.value,
                numeral.high,
                None,
                numeral.approximate,
                True,
                core[numeral.start : numeral.end],
                numeral.start,
                numeral.end,
            )
    return None


def _more(core: str, first: Quantity, exact: list[Quantity], alternatives: list[Quantity]) -> tuple[Quantity, int]:
    """ "1 cup plus 2 tablespoons" is one amount; "200g/7oz" the same one twice."""
    amount, end = first, first.end
    for following in exact:
        if following.start <= first.start or following.start < end:
            continue
        gap = core[end : following.start]
        if (
            words.AND_MORE.fullmatch(gap)
            and amount.unit
            and following.unit
            and amount.amount is not None
            and following.amount is not None
        ):
            added = convert(following.amount, following.unit, amount.unit)
            if not isinstance(added, Fraction):
                break
            amount, end = (
                replace(amount, amount=amount.amount + added, text=core[first.start : following.end]),
                following.end,
            )
        elif words.SAME_AMOUNT.fullmatch(gap):
            alternatives.append(following)
            end = following.end
        else:
            break
    return amount, end


def _some(core: str, vague: Quantity) -> tuple[Quantity | None, str, str]:
    before, after = core[: vague.start].strip(words.NAME_EDGES), core[vague.end :].strip(words.NAME_EDGES)
    if any(map(is_hangul, core)):
        if before:
            return vague, before, after
        return vague, re.sub("^의 ?", "", after), ""
    if before:
        name, rest = _split_name(before)
        return vague, name, rest or after or (vague.text if vague.text.startswith("for ") else "")
    name, rest = _split_name(words.OF.sub("", after))
    return vague, name, rest


def _split_name(text: str) -> tuple[str, str]:
    """The name, and what is said about it after the first comma or dash."""
    parts = words.SPLIT.split(text.strip(words.NAME_EDGES), maxsplit=1)
    while len(parts) > 1 and all(word in DESCRIBING_EN for word in re.findall("[a-z]+", parts[0].lower())):
        first, *others = words.SPLIT.split(parts[1], maxsplit=1)  # "boneless, skinless chicken breasts, cut"
        if not re.search("[a-z]", parts[0].lower()):
            break
        parts = [f"{parts[0]}, {first}", *others]
    name = words.TO_TASTE.sub("", parts[0])
    return name.strip(words.NAME_EDGES), parts[1].strip(words.NAME_EDGES) if len(parts) > 1 else ""
