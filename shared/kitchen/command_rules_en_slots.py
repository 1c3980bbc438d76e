"""English commands around a step number or a number of servings: "#" stands for the number.

Timers with a time or a name are in `command_reading_en`.
"""

from shared.kitchen.command_rules import Rule, lines
from shared.kitchen.intents import Intent

_GO = (
    "(go|jump|skip|move|take me|take us|bring me|switch|head|proceed|return|get|scroll|navigate|advance|fast "
    "forward|rewind|send me|lets go|lets jump|lets move)"
)
_DISH = (
    "(it|this|that|the recipe|this recipe|the servings|recipe|servings|the dish|this dish|everything|the serving "
    "size|serving size|the portions|portions|"
    "the amounts|the quantities|the ingredients|dinner|enough|all of it|it all|the whole thing|quantities|amounts)"
)
_HEADS = "(servings|serving|people|portions|persons|person|guests|of us|adults|kids|folks|friends)"

NUMBERED_EN: tuple[Rule, ...] = (
    Rule(
        Intent.GOTO_STEP,
        lines(f"""
            [go|jump|skip|read|show|read me|show me|tell me|give me|say|repeat|take me|hear|see|open|do|start|play|\
                back] [step|stage|instruction] [number] step [number] # [again]
            {_GO} [back|ahead|forward|over|on|straight|right|directly|down] [to|onto|on|with|at] [the] (step|stage|\
                instruction) [number|no] #
            {_GO} [back|ahead|forward|over|on|straight|right|directly] [to] [the] (number #|# step|# one|# \
                instruction|# stage)
            {_GO} [back|ahead|forward|over|straight|right|directly] to #
            [back|ahead|forward] to (step|stage) [number] #
            back to the # (step|one)
            (start|begin|continue|resume|restart|pick up|start again|carry on) (from|at|with|on) (step|stage) \
                [number] #
            (start|begin|continue|resume|restart|pick up) (from|at|with) the # step
            [read|show|read me|show me|tell me|give me|say|repeat|lets hear|take me to|hear] [the] # (step|\
                instruction)
            (step|stage) (number|no) #
            {_GO} (back|backward|backwards|ahead|forward|forwards|up) # [more] [step|steps|instructions|instruction]
            (back|forward|ahead|backward|backwards|forwards) # [more] (steps|step)
            (back|forward|ahead|go back|go forward|go ahead) by # [steps|step]
            (back up|rewind|advance|skip|skip over|skip the next|jump over|skip ahead|skip forward|move) [by] # \
                [more] (steps|step)
            {_GO} # [more] (steps|step|instructions) (back|ahead|forward|forwards|backward|backwards|further|\
                earlier|later|on)
            # [more] (steps|step) (back|ahead|forward|forwards|backward|backwards|further|earlier)
            a (pair|couple) [of] steps (back|ahead|forward|forwards|backward|backwards|further|earlier|on)
            {_GO} [a] (pair|couple) [of] steps (back|ahead|forward|forwards|backward|backwards|further|earlier|on)
            {_GO} a (pair|couple) [of] steps
            [{_GO[1:-1]}] # (back|forward|ahead)
            {_GO} (back|ahead|forward) a (pair|couple) [of] steps
            {_GO} # steps along
            (plus|minus) # steps
            # steps (from here|from now|past this|after this) [#]
            [go|scroll] (up|down) # steps
            [{_GO[1:-1]}] [to] [the] # from the end
            (take it|go on|carry on|start|begin) from the #
            [id like to] (hear|read|repeat|say|show me|see) the # again
            [were|we are|im|i am] done with step # [so|now] [on to|onto|now] step #
            [{_GO[1:-1]}|step] (back|forward|ahead) twice
            ({_GO[1:-1]}|step) twice (back|forward|ahead)
            (forward|ahead|advance) #
            {_GO} [back|ahead|forward|to] [to] [the] # to last [step|one]
            [the] # to last step
        """),
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        lines(f"""
            (make|scale|change|adjust|set|convert|cook|prepare|do|switch|resize|update|increase|decrease|reduce|\
                bump|recalculate|rescale|stretch|modify|turn) [{_DISH[1:-1]}] (up to|down to|up for|down for|to|\
                for|enough for|to serve|serve|so it serves|to feed|feed) # [{_HEADS[1:-1]}]
            (make|cook|prepare|do) (it|this) # (servings|portions)
            (make|cook|prepare|do|i want|i need|we need|give me|lets make|serve) # {_HEADS} [instead|worth|of it|\
                of this]
            (make|cook|prepare|do|i want|i need|we need|give me|lets make) enough for # [{_HEADS[1:-1]}]
            # (servings|portions|people|serving|portion|persons|guests) [instead|please]
            for # (servings|people|portions|persons|guests|of us|adults|person)
            (im|were|i will be|well be|i am) (cooking|making it|making this|making|serving|feeding) [for] # \
                [{_HEADS[1:-1]}]
            (there are|there will be|therell be|theres|we are|were) # (of us|people|guests|of us eating|of us \
                tonight|people eating|people tonight|of us for dinner|people coming|guests coming|people for \
                dinner)
            (serve|serves|serving|feed) # [{_HEADS[1:-1]}]
            (scale|multiply|increase|size) {_DISH} [up] by # [times]
            (scale|multiply|size) [up] by #
            (make|cook) [it|this] # times [as much|the amount|the recipe|more|that|over|the amounts]
            (there are|there will be|therell be|theres|we are|were|well be|we have|weve got|ive got) # \
                (at the table|round the table|around the table|for dinner|for lunch|for supper|for tea)
            [make|cook|do|give me|i want|we want] [just|only] (a #|a quarter|# thirds|# quarters) of (it|this|that|\
                the recipe|the batch|the amounts)
            (cut|reduce|scale|bring) {_DISH} [down] to (a #|a quarter|# thirds|# quarters)
            [make|cook|do|give me|i want|we want|we need] # percent (more|less|extra) [of] [{_DISH[1:-1]}]
            # times (the recipe|as much|the amount|the amounts|the quantity|recipe|the servings)
            (make|cook|give me|i want) # times (the recipe|as much|the amount|the amounts)
        """),
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        lines(f"""
            (double|triple|halve|quadruple) [{_DISH[1:-1]}|the batch|all the ingredients|the measurements|all of \
                the ingredients|all ingredients|the quantity|the amount|measurements]
            (make|cook|do|prepare|i want|i want to make|lets do|lets make|give me) [it|this] [a] (double|triple|\
                half|half a|quadruple) [batch|portion|recipe|the recipe|the amount|amount|the batch|of it|of the \
                recipe|\
                it|servings|as much|size|size batch|the ingredients|of this recipe|that]
            (make|cook|prepare|i want|i need|lets make) (twice|half) (as much|the amount|the recipe|of it|that|the \
                quantity|of the recipe|as big|the amounts)
            half (the recipe|a recipe|the amounts|the amount|the batch|the servings|a batch|the ingredients|\
                portion|portions|the portion|of the recipe|batch|recipe|this recipe|everything)
            (reduce|scale) {_DISH} (in half|by half|down by half|down to half|to half|to a half)
            [im|i am|were|we are] [only|just] cooking [only|just] for (myself|just me|just myself|only me|one|me alone)
            (cut|divide|split) (the recipe|the whole recipe|the entire recipe|everything|all the ingredients|\
                this recipe|recipe|the amounts|the quantities|the servings|the \
                ingredients) in half
            (cut|scale|reduce) down (to|by) (half|#)
            (double|triple|twice) (batch|portion|the recipe|the amount|portions|servings|as much|the ingredients|\
                the batch|size)
        """),
    ),
)
