"""English commands that ask: ingredients, how long, how hot, explain, meanwhile, which recipes.

Short, whole questions only; a question with an ingredient in it ("how much soy sauce?") is not a closed command.
"""

from shared.kitchen.command_rules import Rule, lines
from shared.kitchen.intents import Intent

_COOK = (
    "(cook|boil|simmer|fry|bake|roast|saute|steam|marinate|rest|cool|chill|soak|knead|stir|mix|wait|brown|sear|"
    "grill|toast|blanch|reduce|"
    "rise|proof|whisk|blend|beat|thaw|heat|leave|let it rest|keep|do|preheat|let it simmer|let it cook|let it sit|"
    "broil|poach)"
)
_TELL = "(give|tell|read|show|say|repeat|go over|list|run through|hear|see|get|read out|read off)"
_WHILE = (
    "(meanwhile|in the meantime|in the mean time|while i wait|while waiting|while im waiting|while its cooking|"
    "while it cooks|while that cooks|"
    "while this cooks|while it simmers|while this simmers|while it bakes|while that bakes|while its baking|while "
    "its boiling|while that happens|"
    "while we wait|while the timer runs|during that time|until then)"
)

ASKING_EN: tuple[Rule, ...] = (
    Rule(
        Intent.LIST_INGREDIENTS,
        lines(f"""
            [all] [the|my|our] ingredients [list|please|again]
            [the|full|whole|complete] (ingredient|ingredients|shopping|grocery) list
            list [of] [all] [the|my|of the] ingredients
            [can i|could i|i want to|let me|i need to] {_TELL} [me|us] [all] [the|my|what|a list of|the list of|\
                all of the|full|the full] (ingredients|ingredient list|ingredients list) [again|one more time|\
                please|aloud|out loud|to me|once more]
            (whats|what is|what are|what were) [all] [the|in the] (ingredients|ingredient list|ingredients list|\
                list of ingredients) [again|for this|in this|for this recipe|in this recipe]
            (what|which) [ingredients|ingredient|things|stuff|else] (do i|do we|does it|does this|will i|should i|\
                would i|does this recipe) [need|have to get|have to buy|require|use] [for this|for it|for this \
                recipe|to make this|to make it|to cook this|to get|to prepare|to buy|to have|again]
            (what|which) ingredients (are there|are needed|are in this|are in it|are required|go in|go in this|go \
                into this|do you need)
            what (goes in|goes into|is in|do i put in|all goes in) (this|it|the dish|this dish|this recipe|here)
            whats in (this|it|the dish|this dish|this recipe)
            what (should|must|do) i (prepare|get ready|have ready|need to prepare|need to have|need to get|need to \
                buy|have to prepare|buy)
            what all do i need
            i need [to hear|to know|to see] the ingredients
        """),
    ),
    Rule(
        Intent.HOW_LONG,
        lines(f"""
            [for] how (long|many minutes|many hours|many seconds|much time) [for|again|then]
            how (long|many minutes|many hours|much time) (does|will|should|would|do|must|can) (it|this|that|they|\
                these|this step|that step|this recipe|the recipe|this dish|it all|the whole thing|the whole \
                recipe) (take|cook|boil|simmer|bake|roast|rest|sit|need|last|fry|steam|marinate|rise|chill|cool|\
                soak|cook for|boil for|simmer for|bake for|need to cook|need to boil|need to bake|need to simmer|\
                need to rest|take to cook|go for|stay in|stay in the oven|take in total|need to sit)
            how (long|many minutes|many hours|much time) (do|should|must|would|will|shall|did) (i|we|you) [have to|\
                need to|let it|let them|let this] {_COOK} [it|this|that|them|these|those] [for|again]
            how long (do|should) (i|we) (wait|stir|knead|cook|boil|bake|simmer|fry) [for|it for|this for]
            how (long|many minutes|much time) to {_COOK} [it|this|that|them|these|those|for]
            how (long|many minutes) is (it|this|that|this step|that step|the recipe|the cooking time|this going to \
                take|it going to take)
            how much time do (i|we) need
            how (long|much time) in the (oven|pan|fridge|pot|microwave|freezer|water|air fryer)
            (whats|what is) the (cooking|cook|total|baking|boiling|prep|simmering|resting) time
            (cooking|cook|total|baking|boiling|prep|simmering|resting) time
            how (long|much time) does (everything|all of this|all this|the whole thing|it|this|cooking) take [in \
                total|altogether|all together|overall]
        """),
    ),
    Rule(
        Intent.HOW_HOT,
        lines("""
            how hot
            how hot (should|does|do|must|is|will) (it|this|that|the oven|the pan|the oil|the water|i|the heat|we|\
                my oven|the grill|the skillet) [get|be|need to be|have to be|set it|make it|need it|supposed to be|\
                go|set the oven|heat it|heat the oven|get it]
            [at|on|to|for] (what|which) (temperature|temp|heat|setting|heat setting|heat level|oven temperature|\
                oven temp|oven setting|level|flame) [for|again|is it]
            [at|on|to] (what|which) (temperature|temp|heat|setting|heat setting|heat level) (should|do|is|does|\
                must|will) (it|this|i|the oven|we|the pan|the oil|my oven) [be|cook|bake|need|at|be at|be set to|\
                set it|cook it|cook it at|cook this|bake it|bake it at|preheat to|preheat the oven|preheat the \
                oven to|use|need to be|set|set the oven to|fry|fry it|simmer|set to|roast|roast it|need to be at|\
                bake at|cook at|cook this at|bake this at|have to be]
            (whats|what is|what was) the [oven|right|oil|cooking|baking] (temperature|temp|heat|heat level|heat \
                setting|flame) [again|for this|for this step]
            [oven|oil|cooking|baking] (temperature|temp)
            [on|over] (high|low|medium) [heat] or (high|low|medium) [heat]
            how high (should|is|do i set|do i turn|must) [the] (heat|flame|be|it) [be]
            (high|low|medium|what|which) (heat or what)
            what do i (preheat the oven to|set the oven to|preheat to|preheat it to|heat it to)
        """),
    ),
    Rule(
        Intent.EXPLAIN,
        lines("""
            (explain|clarify|elaborate|describe) [that|this|it|this step|that step|the step|how|more|further|on \
                that|on this|how to do that|how to do this|what that means|what you mean] [more|further|again|in \
                detail|in more detail|to me|better|please|in detail please|a bit more|in simpler terms|simply|a \
                little more|for me]
            [in] [more|a bit more|a little more|some more|further|any more] (detail|details|explanation|\
                information|info)
            [i need|i want|i would like|give me|can i get|can i have|could i get|tell me|show me|id like] (more|\
                some more|more of the|any more|a bit more|a little more) (detail|details|information|info|\
                explanation|about this|about that|about this step|about it)
            (tell me more|say more|more about this|more about that|more about this step)
            how (do|should|can|would|could|must) (i|we|you) (do|make|manage) (that|this|it|this step|that step|so)
            how (do i|should i|to|does one|do you) do (that|this|it|this step)
            how (exactly|exactly do i do that|exactly do i do this|is that done|is it done|is this done|does that \
                work)
            [so] what do you mean [by that|by this|exactly]
            what does (that|this|it) mean [exactly]
            [i] (dont|do not|didnt) (understand|get it|follow|get this step|understand this step|understand that|\
                understand this|know how|know how to do that|know how to do this|know what that means|know what \
                you mean|get what you mean|quite understand|really understand)
            (im|i am) (confused|lost|not sure how|not sure how to do this|not sure how to do that|not sure what \
                you mean|not sure what that means)
            (be more specific|show me how|help me understand|break it down|break that down|break this down|walk me \
                through it|walk me through this|walk me through that|walk me through this step)
        """),
    ),
    Rule(
        Intent.MEANWHILE,
        lines(f"""
            {_WHILE} [what|whats]
            what [else] (can|should|do|could|shall|might) (i|we) [be] (do|doing|prepare|prep|make|start|get ready|\
                get done|start on) {_WHILE}
            (anything|something) [else] [i can do|i could do|i should do|to do|to prepare|to prep|we can do|for me \
                to do] {_WHILE}
            is there (anything|something) [else] [i can do|i could do|i should do|to do|to prepare|for me to do|i \
                can prepare|i can prep] {_WHILE}
            {_WHILE} what [else] (can|should|do|could|shall) (i|we) (do|prepare|prep|start|make)
            {_WHILE} is there anything [else] (i can do|to do|i should do)
            anything i can do ahead
            what can i (prep|prepare) ahead
            what to do {_WHILE}
        """),
    ),
    Rule(
        Intent.LIST_RECIPES,
        lines("""
            [all|the|my|your|other|any other|more|different|another|list of|list of the|list all|list the|list \
                your|list my|available|all the] (recipes|recipe list)
            (list|show|read|tell|give|display|see|browse) [me|us] [all|the|your|my|all the|all your|a list of|the \
                list of|some|other|more|all of the|what|the available|available|list of] (recipes|recipe list|menu|\
                dishes)
            (what|which) [other|kinds of|kind of] (recipes|dishes|meals) (do you have|do we have|are there|can i \
                make|can i cook|have you got|do you know|can we make|can we cook|are available|can you do|do i \
                have|can you help me with|else)
            what (can|could) (i|we) (cook|make|cook today|make today|cook tonight|make tonight|cook for dinner|\
                make for dinner|cook now|make now)
            what [else] (can|could) (i|we) (cook|make)
            what (should|shall) (i|we) (cook|make|cook today|make today|cook tonight|make tonight|cook for dinner|\
                make for dinner|have for dinner|eat)
            whats (on the menu|for dinner|cooking)
            (menu|the menu|recipe book|cookbook|show me the menu|open the menu)
            what else do you have
            do you have [any] other recipes
        """),
    ),
    Rule(
        Intent.CONVERT,
        lines("""
            convert (this|that|it|these) [for me]
            (convert|change) [the|these] (units|measurements) [for me]
            [do] [a|the] (unit|units) conversion
        """),
    ),
)
