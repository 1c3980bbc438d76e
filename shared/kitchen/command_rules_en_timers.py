"""English timer commands that carry no number: start the timer, how long is left, cancel, pause, resume.

With a number or a name ("8 minute pasta timer") they are read in `command_slots_en`.
"""

from shared.kitchen.command_rules import Rule, lines
from shared.kitchen.intents import Intent

_MY = "[the|my|that|this|our|a]"
_TIMER = "(timer|alarm|countdown|stopwatch)"

TIMERS_EN: tuple[Rule, ...] = (
    Rule(
        Intent.SET_TIMER,
        lines(f"""
            (start|set|begin|run|create|add|make|put on|turn on|switch on|activate|launch|set up|use|get me|give \
                me|i need|i want|id like|lets start|lets set|start up|kick off) [up] (the|a|my|that|this|another|a \
                new|one|one more|our|) {_TIMER} [for this|for this step|for that|for that step|for it|for me|now|\
                up|running|going|on|for the step]
            {_TIMER} (start|on|go|please)
            turn (the|my) timer on
            get (a|the|my) timer (going|started|running)
            (start timing|time it|time this|time that|time this step|start the clock|start timing it|start timing \
                this|start timing now|start counting|start counting down|time this for me|time it for me|time that \
                for me)
        """),
        spoilt=True,
    ),
    Rule(
        Intent.TIMER_STATUS,
        lines(f"""
            how (long|much time|many minutes|many seconds|much) [is|do i have|have i got|do we have|are|is still|\
                is there|there is] (left|remaining|to go) [on it|on the timer|on my timer|on that|on that timer|on \
                this timer|on this|for this|for the timer|in the timer|now]
            how (long|much time|many minutes) (till|until|before) (the timer|its done|it goes off|its ready|the \
                timer goes off|the timer is done|the timer ends|it rings|the timer rings|its finished|the alarm)
            how long (on the timer|does the timer have|does the timer have left|till its done|until the timer is \
                done)
            how many more (minutes|seconds) [left|to go|is it]
            how much (longer|more time|more) [is left|do i have|do i have to wait|do i wait|is it|now|will it take|\
                does it need|on the timer|until its done|till its done|till its ready|until its ready|to wait|to \
                    go|do we have]
            how (much|many) (time|minutes) [do i have] (left|remaining)
            [whats the|whats my|the|what is the] (time left|time remaining|remaining time|remaining|minutes left|\
                timer status|status of the timer|timer at|timer say|timer reading|timers status|status of \
                my timer|status of my timers)
            (whats left|what is left|how much is left|hows much left) [on the timer|on my timer|on it|on the clock|\
                on that timer]
            what does {_MY} timer say
            (check|check on|show|show me|read|tell me|tell me about|list|see|view|display|check up on) {_MY} [all|\
                all the|all my|active|running|current] (timer|timers|time left|remaining time|time remaining|timer \
                status)
            (hows|how is|how are|hows about|what about) {_MY} (timer|timers) [doing|looking|going|coming along]
            (what|which|how many|any|are there any|do i have any) timers (do i have|are running|are set|are on|are \
                there|are active|are going|running|set|on|going|active) [running|going|on|set|right now|now]
            (is|are) {_MY} (timer|timers) (still|) (running|on|going|set|working|done|active|finished|ringing|\
                counting) [yet|still|now]
            when (does|will|is) {_MY} timer (go off|end|finish|ring|done|be done|going to go off|up|over|be up|\
                stop|run out)
            (are there any timers|my timers|timers|all timers|all my timers|timer status|timer check|any timers|\
                active timers|list \
                timers)
            is (time|the time) up [yet]
        """),
    ),
    Rule(
        Intent.CANCEL_TIMER,
        lines(f"""
            (cancel|delete|remove|clear|kill|end|turn off|switch off|shut off|stop|scrap|drop|dismiss|forget|\
                forget about|get rid of|abort|erase|discard|disable|unset) {_MY} (timer|countdown|stopwatch)
            (cancel|delete|remove|clear|scrap|drop|forget|get rid of|abort|erase|discard) {_MY} alarm
            (turn|switch|shut) (the|my|that|this) timer off
            timer (off|cancel|stop)
            i dont need (the|that|a|this|my) timer [anymore|any more|now|any longer]
        """),
        spoilt=True,
    ),
    Rule(
        Intent.CANCEL_TIMER,
        lines("""
            (cancel|delete|remove|clear|kill|end|turn off|switch off|stop|scrap|drop|dismiss|get rid of|erase|shut \
                off|forget) (all|every|all of|both|all the|all my|all of the|all of my|the|my|every single|each|\
                both of my|both of the) timers
            (cancel|delete|remove|clear|kill|end|stop|turn off) every timer
            (cancel|delete|remove|clear|stop) all (alarms|the alarms|my alarms)
            cancel timers
            clear timers
            turn all [the|my] timers off
        """),
        slots={"all": True},
        spoilt=True,
    ),
    Rule(
        Intent.PAUSE_TIMER,
        lines(f"""
            (pause|hold|freeze|suspend|halt) {_MY} (timer|countdown|timers|clock) [for a second|for a minute|for a \
                moment|for now|a second|a moment|a sec|a minute]
            put {_MY} timer on (hold|pause)
            timer (pause|hold)
            stop {_MY} timer for a (second|sec|minute|moment|bit)
        """),
        spoilt=True,
    ),
    Rule(
        Intent.RESUME_TIMER,
        lines(f"""
            (resume|continue|unpause|restart|unfreeze|reactivate) {_MY} (timer|countdown|timers|clock)
            (start|run) {_MY} timer again
            keep (the|my|that|this) timer (going|running)
            get (the|my) timer (going|running) again
            let the timer (run|continue|go on|keep going|run again)
            timer (resume|continue)
            turn the timer back on
        """),
        spoilt=True,
    ),
)
