"""English commands to the assistant itself: wait, go on, stop, voice, help, undo; and yes, no, thanks."""

from shared.kitchen.command_rules import Rule, lines
from shared.kitchen.intents import Intent

_A_BIT = "[a bit|a little|a little bit|much|way|even|slightly|a tad|just a bit|just a little]"
_TALK = (
    "[speak|talk|read|say it|say that|say this|read it|read that|go|be|can you be|you need to speak|you need to be|"
    "sound|make it|play it|read this]"
)
_YOU = (
    "[youre|your|its|thats|you are|it is|that is|the volume is|youre talking|youre speaking|youre reading|youre "
    "going|you talk|you speak|you read]"
)

TALKING_EN: tuple[Rule, ...] = (
    Rule(
        Intent.PAUSE,
        lines("""
            (pause|wait|hold on|hold it|hang on|hold up|hold|stand by|standby|bear with me|hold your horses|time \
                out|timeout|hold that thought|hold the line) [a|one|just a|just one|for a|for one] [minute|second|\
                moment|sec|bit|tick|little|mo|while]
            (pause|wait|hold on|hang on) [it|here|there|right there|please|that|this|now|for now|up]
            (pause|suspend|hold) [the|this|my] (cooking|recipe|session|cook|reading|instructions|playback)
            (just|one|give me|give me just) (a|one|) (moment|second|sec|tick|mo)
            just (a|one) minute
            give me (a|one) (minute|second|sec|moment|bit)
            (one|a) (moment|second|sec)
            (take a break|take five|lets take a break|lets pause|lets pause here|i need a break|i need a moment|i \
                need a minute|i need a second|let me catch up|stop for a second|stop for a moment|stop for a \
                minute|stop a second)
            wait wait [wait]
        """),
    ),
    Rule(
        Intent.RESUME,
        lines("""
            (resume|continue|unpause|carry on|keep going|go on|keep on going|keep at it|keep on|proceed where we \
                left off) [cooking|reading|the recipe|with the recipe|from there|from here|please|now|with it|with \
                that|where we left off|from where we left off|where we were|where i left off|from where i left off|\
                this recipe|with cooking|the session|playing|talking|with the cooking]
            (lets|we can) (continue|resume|carry on|keep going|get back to it|pick up where we left off|get back \
                to cooking|go on|keep cooking)
            (pick up|start) [again] where (we|i) left off
            (im back|i am back|i returned|ok im back|back now|im here again)
            (keep reading|keep cooking|back to cooking|back to the recipe|back to it|keep talking|lets get back to \
                the recipe)
        """),
    ),
    Rule(
        Intent.STOP,
        lines("""
            (stop|stop it|stop that|stop now|stop right there|stop there|stop please|just stop|stop stop|stop it \
                now|please stop|halt|cease|stop everything|stop this)
            stop (talking|reading|speaking|the alarm|the noise|ringing|beeping|the beeping|the ringing|the sound|\
                alarm|playing|the buzzer|buzzing|the reading|the voice|yapping|your talking|that noise|that alarm|\
                this alarm|my alarm|that beeping|that sound)
            (shut up|be quiet|quiet|be silent|silence|shush|shh|shhh|sh|hush|enough|thats enough|enough already|\
                enough of that|cut it out|zip it|knock it off|that will do|thatll do|mute|mute yourself|mute it|\
                stay quiet|stay silent|no more talking|quiet down|pipe down|be still|hush now|quiet please|silent)
            (turn|shut|switch) (it|that|this|the alarm|that alarm|this alarm|the sound|the noise|that noise|the \
                beeping|my alarm|alarm|that thing) off
            (turn|shut|switch) off (the alarm|that alarm|the sound|the noise|the beeping|alarm|that noise|that|it|\
                this|my alarm|that beeping|the ringing|this alarm|the buzzer)
            (silence|mute|dismiss|kill|stop|end|quiet) (the|that|this|my) (alarm|sound|beeping|noise|ringing|buzzer)
            alarm (off|stop)
        """),
    ),
    Rule(
        Intent.LOUDER,
        lines(f"""
            {_TALK} {_A_BIT} (louder|more loudly)
            (speak|talk|read) (up|up a bit|up a little|loud|loudly|up please)
            (turn it|turn the volume|turn your volume|turn the sound|crank it|crank the volume|volume|the volume|\
                sound|put the volume|bring the volume|turn that|turn yourself) up {_A_BIT}
            (turn|crank|bring) up (the volume|your volume|the sound|volume) {_A_BIT}
            (increase|raise|boost|up) [the|your] (volume|sound|voice)
            raise your voice
            (more volume|higher volume|volume higher|volume louder|max volume|maximum volume|full volume|volume to \
                max)
            {_YOU} (too|so|a bit|a little|a bit too|way too|very) (quiet|soft|silent)
            [the] volume is too low
            i can (barely|hardly) hear (you|it|that)
        """),
    ),
    Rule(
        Intent.QUIETER,
        lines(f"""
            {_TALK} {_A_BIT} (quieter|softer|more quietly|more softly|less loud|less loudly|lower)
            (speak|talk|read) [more] (softly|quietly|low)
            (turn it|turn the volume|turn your volume|turn the sound|volume|the volume|sound|bring the volume|put \
                the volume|turn yourself|turn that|bring it) down {_A_BIT}
            (turn|bring) down (the volume|your volume|the sound|volume|your voice) {_A_BIT}
            (decrease|lower|reduce|drop) [the|your] (volume|sound|voice)
            lower your voice
            (less volume|lower volume|volume lower|not so loud|not that loud|keep it down|keep your voice down|\
                tone it down|volume quieter|be quieter|quieter voice)
            {_YOU} (too|so|a bit|a little|a bit too|way too|very) (loud|noisy)
            [the] volume is too high
        """),
    ),
    Rule(
        Intent.SLOWER,
        lines(f"""
            {_TALK} {_A_BIT} (slower|more slowly|slowly|less fast|less quickly)
            slow (down|it down|your speech|down a bit|down a little|down please|your voice down|yourself down|the \
                speed|speed|the speed down|down the speed)
            (speak|talk|read) (slow|at a slower pace|at a slower speed|at a lower speed)
            (slower speed|lower speed|reduce speed|reduce the speed|decrease the speed|lower the speed|speed down|\
                reading speed down|decrease speed)
            {_YOU} (too|so|a bit|a little|a bit too|way too|very) (fast|quick|quickly)
            not so fast
            not so quick
        """),
    ),
    Rule(
        Intent.FASTER,
        lines(f"""
            {_TALK} {_A_BIT} (faster|quicker|more quickly|less slow|less slowly)
            (speed up|speed it up|speed up please|speed up a bit|speed up a little|speed up your speech|pick up \
                the pace|hurry up|speed things up|speed up the reading|speed up the voice)
            (speak|talk|read) (fast|at a faster pace|at a higher speed|quickly|at a faster speed)
            (faster speed|higher speed|increase speed|increase the speed|raise the speed|speed up the speed)
            {_YOU} (too|so|a bit|a little|a bit too|way too|very) slow
            {_YOU} (too|so|a bit|a little|a bit too|way too|very) slowly
        """),
    ),
    Rule(
        Intent.HELP,
        lines("""
            (help|help me|help please|i need help|i need some help|help me out|give me a hand|can you help|can you \
                help me|could you help me|could you help|i need a hand|help menu|user guide|manual)
            what (can|could|do|are) you (do|help with|do for me|able to do|understand|able to understand|help me \
                with|capable of)
            what (can|could|should|do|may) i (say|ask|ask you|tell you|ask for|say to you|say here|do here|do with \
                you)
            what (are|is) [all|all of] [the|my|your] (commands|options|voice commands|features|available commands|\
                abilities|possible commands|capabilities|command list)
            (commands|options|list commands|list the commands|show commands|show me the commands|list of commands|\
                voice commands|all commands|what commands|what commands are there|what commands can i use|what \
                commands do you know|what commands do you have|read me the commands|list all commands|available \
                commands|command list|tell me the commands|your commands|features|your features)
            how (does this work|do i use this|do i use you|do i talk to you|do you work|does it work|to use this|\
                to use you|do i use it|do i use this app)
            what are you able to do
            what do you do
        """),
    ),
    Rule(
        Intent.UNDO,
        lines("""
            (undo|revert|reverse|take back|roll back) [that|it|this|the last one|last|the last thing|the last \
                command|that last one|my last command|the last change|the last action|last action|what i said|what \
                you did|last command]
            cancel [that|it|this|the last one|the last thing|the last command|that last one|my last command|last \
                command]
            (take that back|i take that back|scratch that|strike that|change it back|\
                roll that back|roll it back|ctrl z|control z|un do)
            (wrong|thats wrong|this is wrong|that was wrong|wrong one|wrong step|wrong command|thats not right|\
                thats not what i said|thats not what i meant|thats not what i wanted|thats not what i asked for|\
                thats incorrect|incorrect|that isnt what i said|that isnt what i meant|thats not it|not what i \
                said|not what i meant|thats not what i asked)
            [i] (didnt|did not) (say|mean|want|ask for|ask|mean to say|mean to do|say) that
            (oops|whoops|oopsie|my mistake|mistake|that was a mistake|i made a mistake|by mistake|that was an \
                accident|accident|my bad|not that|no not that|not that one|i misspoke|i said that by mistake|i \
                said that by accident)
        """),
    ),
    Rule(
        Intent.YES,
        lines("""
            (yes|yeah|yep|yup|ya|yah|yea|aye|sure|ok|ok ok|of course|absolutely|definitely|certainly|indeed|\
                totally|affirmative|correct|exactly|right|fine|alright|very well|by all means|uh huh|uhhuh|mhm|mm \
                hmm|mmhmm|mm|you bet|sure thing|why not|roger|copy|copy that|roger that|agreed|confirm|confirmed|\
                yes sir|yessir|true|all right|sure enough|gladly|yes indeed|yes absolutely|yes of course|yes sure|\
                of course yes|ok sure|ok fine|ok yes|sure ok|yes ok|yes yes|yeah yeah|yes yes yes|yeah sure|yeah \
                ok|sure yeah|yep yep|oh yes|oh yeah|ok then)
            [yes|yeah|yep|sure|ok] (go ahead|please do|do it|do that|sounds good|sounds great|sounds fine|sounds \
                right|thats right|thats correct|thats fine|thats good|go for it|lets do it|lets do that|that works|\
                works for me|good idea|great idea|please go ahead|i would|i do|i am|id like that|id love that|i \
                would like that|lets|make it so|it is|do so|that sounds good|i want that|i did say that|please)
            (i see|i got it|got it|gotcha|understood|i understand|noted|makes sense|that makes sense|will do|ok \
                got it|ok i got it|ok i see|ok understood|fair enough)
        """),
    ),
    Rule(
        Intent.NO,
        lines("""
            (no|nope|nah|naw|no no|no no no|nay|nope nope|negative|never|no way|no sir|no thanks|no thank you|no \
                thank you very much|not now|not yet|not really|not right now|not today|not at all|not at the \
                moment|absolutely not|definitely not|certainly not|of course not|no need|no dont|dont|no please|\
                please no|please dont|no please dont|hell no|no not now|no not yet|nothing|nothing thanks|none|no \
                im good|im good|im good thanks|im fine|im fine thanks|im ok|no im fine|no its fine|no its ok|its \
                ok|its fine|leave it|let it be|leave it be|no leave it|thats ok|no thats ok|no thats fine|i dont \
                think so|i think not|id rather not|i would rather not|i dont want to|i dont want that|no i dont|no \
                i dont want to|no i dont want that|i dont|i do not|no not really|not necessary|that wont be \
                necessary)
            (never mind|nevermind|never mind that|nevermind that|forget it|forget that|forget about it|forget \
                about that|no forget it|no never mind|no nevermind|dont bother|dont worry|dont worry about it|no \
                worries)
            (maybe later|later|not this time|some other time|another time|perhaps later|maybe next time|ask me \
                later|remind me later)
            dont do (it|that|this|so)
        """),
    ),
    Rule(
        Intent.SMALLTALK,
        lines("""
            [ok|great|perfect|cool|yes|no|well|awesome|alright|oh|good|nice|lovely|fine|wonderful] (thanks|thank \
                you|thanks a lot|thank you so much|thank you very much|thanks so much|many thanks|cheers|thanks a \
                bunch|thanks a million|thanks again|thank you again|ta|much appreciated|i appreciate it|i \
                appreciate that|thanks for that|thank you for that|thanks for your help|thank you for your help|\
                thanks for the help|thank you for the help|thanks buddy|thanks man|thanks mate|thanks dear)
            (hello|hello there|hi|hi there|hey|hey there|howdy|greetings|good morning|good afternoon|good evening|\
                good night|goodnight|good day|morning|yo|whats up|sup|hey you|hello again|hi again|good to see you|\
                nice to meet you|pleased to meet you|welcome|welcome back)
            (how are you|how are you doing|how are you today|how are you doing today|hows it going|how is it going|\
                hows your day|how do you do|how have you been|you ok|hows everything|hows life)
            (bye|bye bye|goodbye|good bye|see you|see you later|see ya|later gator|take care|farewell|see you \
                tomorrow|see you next time|ciao|so long|catch you later|talk to you later)
            (good job|great job|nice job|well done|nice work|great work|good work|awesome job|excellent|excellent \
                job|awesome|amazing|wonderful|fantastic|great|brilliant|perfect|nice|cool|sweet|lovely|super|\
                superb|beautiful|good|very good|very nice|good one|nice one|bravo|hooray|yay|woohoo|wow|terrific|\
                marvelous|youre welcome|my pleasure)
            (whats your name|what is your name|who are you|what are you|are you a robot|are you human|are you real|\
                are you there|you there|who made you|how old are you|where are you from|do you have a name|are you \
                an ai|are you listening|can you hear me|do you hear me)
            (tell me a joke|tell me another joke|tell a joke|make me laugh|sing a song|sing me a song|sing \
                something|tell me a story|say something funny|say something)
            (i love you|i love it|i love this|i like it|i like you|i like this|youre the best|youre great|youre \
                awesome|youre amazing|youre funny|youre so smart|youre smart|youre so helpful|youre helpful|youre \
                cute|you rock|thats funny|thats great|thats awesome|thats nice|thats amazing|thats good|thats cool|\
                so good|how nice|how lovely|love it)
            (haha|hahaha|ha|ha ha|lol|hehe|ha ha ha)
            (smells good|smells great|it smells good|it smells great|that smells good|this smells good|smells \
                delicious|smells amazing|looks good|it looks good|looks great|looks delicious|delicious|yum|yummy|\
                tastes good|tastes great|it tastes good|it tastes great|mmm|im hungry|im so hungry|im starving|im \
                bored|im tired|im happy|i feel good)
            (sorry|im sorry|sorry about that|my apologies|apologies|so sorry)
            (merry christmas|happy birthday|happy new year|happy holidays|bon appetit|congratulations|good luck)
        """),
    ),
)
