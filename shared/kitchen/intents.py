"""The closed list of things a cook can mean. Names are part of the HTTP contract: never rename one."""

from enum import StrEnum


class Intent(StrEnum):
    # moving
    NEXT_STEP = "next_step"
    STEP_DONE = "step_done"
    PREVIOUS_STEP = "previous_step"
    REPEAT_STEP = "repeat_step"
    GOTO_STEP = "goto_step"
    START_COOKING = "start_cooking"
    PROGRESS = "progress"
    FINISH = "finish"
    # asking
    LIST_INGREDIENTS = "list_ingredients"
    INGREDIENT_AMOUNT = "ingredient_amount"
    HOW_LONG = "how_long"
    HOW_HOT = "how_hot"
    EXPLAIN = "explain"
    MEANWHILE = "meanwhile"
    SUBSTITUTE = "substitute"
    CONVERT = "convert"
    QUESTION = "question"
    # timers
    SET_TIMER = "set_timer"
    TIMER_STATUS = "timer_status"
    CANCEL_TIMER = "cancel_timer"
    PAUSE_TIMER = "pause_timer"
    RESUME_TIMER = "resume_timer"
    ADD_TIME = "add_time"
    # adapting
    SCALE_SERVINGS = "scale_servings"
    CHOOSE_RECIPE = "choose_recipe"
    LIST_RECIPES = "list_recipes"
    # control
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    LOUDER = "louder"
    QUIETER = "quieter"
    SLOWER = "slower"
    FASTER = "faster"
    HELP = "help"
    UNDO = "undo"
    # talking
    YES = "yes"
    NO = "no"
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


#: Understanding one of these wrongly moves the cook, a timer or the amounts: the bar to accept them is higher.
STATE_CHANGING: frozenset[Intent] = frozenset(
    {
        Intent.NEXT_STEP,
        Intent.STEP_DONE,
        Intent.PREVIOUS_STEP,
        Intent.GOTO_STEP,
        Intent.START_COOKING,
        Intent.FINISH,
        Intent.SET_TIMER,
        Intent.CANCEL_TIMER,
        Intent.PAUSE_TIMER,
        Intent.RESUME_TIMER,
        Intent.ADD_TIME,
        Intent.SCALE_SERVINGS,
        Intent.CHOOSE_RECIPE,
        Intent.PAUSE,
        Intent.RESUME,
        Intent.STOP,
        Intent.UNDO,
    }
)
