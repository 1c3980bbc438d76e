"""English commands that move through the recipe: next, done, back, again, first, last, start, where, finish.

One template a line; spaces don't matter. Politeness and fillers ("could you", "um", "please") are taken off before
these rules are tried. Commands that carry a number or a name ("go to step 3") are in `command_slots_en`.
"""

from shared.kitchen.command_rules import Rule, lines
from shared.kitchen.intents import Intent

_STEP = "[step|one|part|bit|instruction|direction|stage|thing]"
_IT = (
    "(it|this|that|them|these|those|everything|all of it|all of them|all of that|this step|that step|the step|that "
    "one|this one)"
)
_DID = (
    "(added|mixed|stirred|chopped|diced|sliced|minced|peeled|grated|drained|rinsed|washed|boiled|fried|sauteed|"
    "browned|baked|roasted|poured|"
    "whisked|beaten|folded|kneaded|seasoned|preheated|melted|cooked|combined|marinated|crushed|blended|cooled|"
    "flipped|covered|measured|rolled|"
    "prepped|simmered|steamed|toasted|seared|strained|squeezed|finished|completed|done|thrown)"
)
#: "put it in" is an order, "I put it in" is a report.
_SAME_IN_THE_PAST = "(put|cut|spread|set|beat|split)"
_TELL = "(give|tell|read|show|say|repeat|go over|list|run through|hear|see|get|read out|read off)"

MOVING_EN: tuple[Rule, ...] = (
    Rule(
        Intent.NEXT_STEP,
        lines(f"""
            [on to|onto] [the] next {_STEP}
            next up
            whats [the] next {_STEP} [now|then]
            [tell me|so tell me] whats (next|up next)
            [tell me] whats (my|our) next {_STEP}
            whats the next thing to do
            what do (i|we) (need|have) to do next
            now what do (i|we) do
            what (should|must) (i|we) be doing next
            [its] time for the next {_STEP}
            (bring|pull) up the next {_STEP}
            read out the next {_STEP}
            [the] following {_STEP}
            what follows
            (what next|what now|now what|what then|then what|and now|and then what|what comes next|what comes now|\
                whats after this|whats after that|whats after this step)
            what comes after (this|that)
            what (do|should|shall|must|can) (i|we) do (next|now|after this|after that)
            what am i (doing|supposed to do) next
            [im] ready for [the] next {_STEP}
            (give|tell|read|show|bring) [me|us] [the] next {_STEP} [to me|out|aloud|out loud]
            [can i|could i|may i|i need to|i want to] (have|get|hear|see) [the] next {_STEP}
            [i need|i want] the next {_STEP}
            (do|play|say|speak|hit me with|let me hear) [the] next {_STEP}
            next {_STEP} its time
            skip
            pass
        """),
    ),
    Rule(
        Intent.NEXT_STEP,
        lines(f"""
            (go|move|skip|jump|proceed|advance|continue|head|switch|take me|move me|bring me|take us|go ahead|move \
                ahead|skip ahead|\
                carry on|go forward|push) [on|over|along|forward] [to|onto|with|on to] [the] (next|following) \
                    {_STEP}
            (start|begin|try) [on|with] [the] next {_STEP}
            (move|moving) (on|along|forward|ahead) [now|then]
            (go forward|get moving|lets get moving|keep moving)
            (proceed|advance|forward|onward|onwards|move it along|step forward|skip ahead|skip forward|fast forward)
            skip (it|this|that|this one|that one|this step|that step|the step|one step|a step|this part)
            (go|move|step|skip|jump) (ahead|forward) (a|one) step
            (go|move|step) one [step] (ahead|forward|further)
            one step (ahead|forward)
        """),
        spoilt=True,
    ),
    Rule(
        Intent.STEP_DONE,
        lines(f"""
            [all|im|im all|were|were all|i am|ok all] (done|finished)
            [its|thats|this is|that is|its all|thats all] (done|finished|complete|completed)
            (complete|completed|task complete|job done|mission accomplished|done and done|done and dusted|done deal|\
                consider it done|thats me done|that is me done|thats us done)
            [ive|i have] (done|finished) (that|this) (bit|part|one)
            [all|im|were|im all|were all] (done|finished|through) (with it|with this|with that|with this step|with \
                that step|with this one|\
                with that one|here|that|it|this|that step|this step|with the step)
            [i|weve|ive|i have|we|already|ive already|i already|i just|ive just|just|i finally|ive finally] {_DID} \
                {_IT} [in|all|already|up|now]
            (i|weve|ive|i have|we|ive already|i already|i just|ive just|just|i finally) {_SAME_IN_THE_PAST} \
                {_IT} [in|all|already|up|now]
            (ive|i have|weve|i just|ive just|ive already) (done|finished|did) [so]
            (i|we) (did|finished) {_IT} [already|now]
            (i|we) finished
            [i just|just|i already] did {_IT}
            added
            (this|that|the|current|this last|that last) (step|one|part) is [all|now] (done|finished|complete|\
                completed)
            (step|this step|that step|steps|this ones|that ones) (done|finished|complete|completed)
            (its|theyre|it is|they are|its all|theyre all|everything is|everythings|its now|all|thats all) [all] \
                (in|added|mixed|stirred|chopped|diced|sliced|minced|peeled|grated|drained|rinsed|washed|combined|\
                poured in|mixed in|stirred in|cut|prepped|whisked|seasoned)
            (its|theyre) in the (pot|pan|oven|bowl|water|fridge|skillet|pot now|oven now|pan now)
            got it done
        """),
        spoilt=True,
    ),
    Rule(
        Intent.PREVIOUS_STEP,
        lines(f"""
            [the] (previous|prior|preceding|earlier) {_STEP}
            (back|go back|let me go back|step backward|step backwards|move back|head back|step back|jump back|take \
                me back|lets go back|going back|back up|go \
                backward|go backwards|backward|backwards|rewind|return|skip back) [a|one|one more|1] [step|\
                page]
            (go|move|step|jump) [one|a|1] step (back|backward|backwards)
            (one|a|1) [step] back
            (back|go back|go|move back|move|return|jump back|jump|head back|skip back|switch back|take me back|\
                take me|switch|rewind) to [the] (previous|prior|preceding|earlier|one before|step before) {_STEP}
            (back|go back|go|return) to the (one|step) before [this|that|this one|that one]
            {_TELL} [me] [again] [the] (previous|prior|earlier) {_STEP} [again|to me|aloud|out loud]
            the (one|step) before [this|that|this one|that one]
            go back to (that|the step we were on|where we were|where i was before)
        """),
    ),
    Rule(
        Intent.REPEAT_STEP,
        lines("""
            (repeat|replay) [that|it|this|the|this last|that last|the last|the current|the same|this current] \
                [step|one|part|bit|instruction|instructions|sentence|thing|that] [one more time|again|once more|\
                for me|to me]
            (say|read|tell|play|go over|run through|read out|do|explain) [me|to me] [that|it|this|this step|the \
                step|that step|that part|that bit|the instructions|the instruction|this one|that one|the current \
                step] [to me|out|out loud|aloud|for me|over] (again|one more time|once more|one last time|once \
                again)
            (read|play) (that|it|this) back [to me]
            [can i|could i|may i|let me] hear (that|it|this|this step|the step) again
            (say|read|tell|play|tell me|read me|read to me) (again|one more time|once more|once again|that over)
            (again|one more time|once more|once again|come again|pardon|pardon me|i beg your pardon|beg your \
                pardon|say what|what|huh|eh|excuse me|sorry what|what was that|what sorry|wait what|what huh)
            (what did you say|what did you just say|what was that again|whats that|whats the step again|whats this \
                step again|what was that|what were you saying|what \
                did you say again|\
                what you say|what did that say|what was it|what was it again|what was this step|what was this step \
                again|what was the step|what was the step again)
            [sorry] [i] (didnt|did not|couldnt|could not|cant) [quite|really] (hear|catch|get|understand|make \
                out) [that|you|it|what you said|that last part|the last part|that part|you there|a word]
            [sorry] [i] (missed|misheard) [that|it|you|that part|what you said|the last part]
            (read|tell|give|show) [me|us] (this|the current|the|that) (step|instruction|instructions|one)
            (read|say) (this|that|it) [out|out loud|aloud|to me|for me]
            what (am i|are we) (supposed to do|supposed to be doing|doing|meant to do) [now|again|here|right now]
            what (do|should|did) i (do|have to do|need to do) (again|here)
            what (should|must) i be doing [now|right now|again]
            what are the instructions [again]
            what (does|did) (this|the|that) step say
            run that by me again
            rewind that
        """),
    ),
    Rule(
        Intent.GOTO_STEP,
        lines("""
            [go|jump|skip|back|go back|take me|take me back|return|move|get back|head back|rewind|lets go back|\
                lets go] [to|from] [the] (first step|very first step|step one again|opening step)
            (go|jump|skip|back|go back|take me|take me back|return|get back|rewind|lets go back|lets go|restart|\
                start|start again|start over|begin|do it|from|take it from|again from|read it from|start cooking) \
                    [to|from|at] \
                [the] [very] (start|beginning|top)
            [from] the [very] (beginning|start|top)
            (start over|start all over|start afresh|start anew|start again|begin again|restart|lets restart|lets \
                start over|lets start again|start from scratch|restart the recipe|restart this recipe|start the \
                    recipe over|\
                start the recipe again|restart cooking|start this over)
            all over again
        """),
        slots={"step": 1},
        spoilt=True,
    ),
    Rule(
        Intent.GOTO_STEP,
        lines("""
            [go|go straight|go directly|jump|skip|move|take me|read|read me|show me|tell me|give me|fast forward|\
                skip ahead|jump ahead] [to] [the] \
                [very] (last|final) (step|instruction)
            (go|jump|skip|move|take me|fast forward|skip ahead|jump ahead|skip all the way) to the [very] end
        """),
        slots={"step": -1},
        spoilt=True,
    ),
    Rule(
        Intent.START_COOKING,
        lines("""
            (start|begin|lets start|lets begin|lets cook|lets get started|get started|lets get cooking|get cooking|\
                lets go|start cooking|begin cooking|lets start cooking|lets begin cooking|lets get going|start now|\
                begin now)
            (start|begin|open up|kick off|lets start|lets begin|lets do) [cooking] [the|this|that|with the|with \
                this|my] (recipe|cooking|dish|meal)
            [im|were] ready to (start|begin|cook|start cooking|begin cooking|get started|get cooking|go)
            time to (cook|start|begin|start cooking|get started)
        """),
        spoilt=True,
    ),
    Rule(
        Intent.PROGRESS,
        lines("""
            where (am i|are we|was i|were we|did we leave off|did i leave off|did we stop|did i stop|have we got \
                to|are we at|am i at) [now|again|in the recipe|right now|in this recipe|at]
            (what|which) (step|number|step number|number step|stage|part) (am i|are we|is this|is it|was i|were we|\
                are we currently|am i currently|is that|did we leave off) [on|at|in] [now|again|right now|\
                currently]
            (what|which) step [number] [now|again]
            (whats|what is) (the current step|the step number|our progress|my progress|the current step number)
            (current step|step number|progress|my progress|our progress|progress report|status update|recipe \
                progress|show my progress|show progress)
            how many [more] steps [are] [left|there|remain|remaining|to go|still left|in total|in all|in this \
                recipe|are in this recipe|there are|more|does this recipe have|does it have]
            how many [more] steps (do i have|do we have|have i got|have we got) [left|to go|remaining]
            how many [more] [steps] [are] (left|remaining|to go)
            how far (along|in|through) [are we|am i|have we got|have i got]
            how far (am i|are we|have we come|have i come|have we got|did we get|did i get) [along|in|through]
            how much [more] of (the recipe|this|it) is left
            (am i|are we|am i all|are we all) [almost|nearly|about|close to] (done|finished|there|there yet|done \
                yet|finished yet|at the end)
            is (this|that|it) the (last|final) (step|one)
            is (that|this) (it|all|everything|the end)
            is [that|this] (the end of) [the] recipe
            how am i doing
            are there [any] more steps
        """),
    ),
    Rule(
        Intent.FINISH,
        lines("""
            (finish|finish up|end|quit|exit|wrap up|wrap it up|lets wrap up|lets finish|call it a day|lets call it \
                a day|lets end it here|lets stop here|we can stop here|end it here|finish here)
            (finish|end|quit|exit|close|stop|complete|wrap up|leave|lets finish|lets end) [with] [the|this|our|my] \
                (recipe|cooking|session|cooking session|meal|app|cook)
            [im|were|i am|weve|ive|im all|were all|all] (done|finished) (cooking|for today|for the day|for now|for \
                tonight|with the recipe|with this recipe|with cooking|with dinner|the recipe|with everything)
            (dinner|lunch|breakfast|food|the food|the dish|the meal|supper) is (ready|done|served|finished|all done)
            thats (all|it) for (today|now|tonight)
            the recipe is (done|finished|complete)
        """),
        spoilt=True,
    ),
)
