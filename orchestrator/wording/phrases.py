# ruff: noqa: E501
"""Every sentence Sous says by itself: (Korean, English), side by side.

Short, because it is heard and not read. Korean in 해요체. `{name:을/를}` picks the particle that fits the word.
"""

from typing import Final

PHRASES: Final[dict[str, tuple[str, str]]] = {
    # reading the recipe
    "step": ("{n}단계. {text}", "Step {n}. {text}"),
    "amounts": ("{list:이에요/예요}.", "That's {list}."),
    "optional": ("{text}, 없어도 되고요", "{text}, if you like"),
    "step_name": ("{n}단계", "step {n}"),
    # moving
    "opened": ("{title} 만들어 볼게요. 모두 {last}단계예요.", "Let's make {title}. It has {last} steps."),
    "opened_time": (
        "{title} 만들어 볼게요. 모두 {last}단계, {time}쯤 걸려요.",
        "Let's make {title}. It has {last} steps and takes about {time}.",
    ),
    "shall_we_begin": ("시작할까요?", "Shall we begin?"),
    "began_after_reading": ("좋아요, 시작해요. 1단계부터 하면 돼요.", "Great, go ahead with step 1."),
    "already_cooking": ("{title:은/는} 이미 하고 있어요.", "We're already making {title}."),
    "already_finished": ("요리는 다 끝났어요. 맛있게 드세요!", "We're all done. Enjoy!"),
    "finished": ("{title:이/가} 다 됐어요. 맛있게 드세요!", "That's it, your {title} is done. Enjoy!"),
    "ended_early": ("{title:은/는} 여기까지 할게요. 수고하셨어요!", "OK, that's it for {title}. Well done!"),
    "timers_still_run": ("아직 돌아가는 타이머가 있어요: {list}.", "Still running: {list}."),
    "at_first_step": ("여기가 첫 단계예요.", "This is the first step."),
    "no_such_step": ("{n}단계는 없어요. {last}단계까지 있어요.", "There's no step {n}. It goes up to {last}."),
    "no_step_there": (
        "거기에는 단계가 없어요. 지금 {last}단계 중 {here}단계예요.",
        "There's no step there. You're on {here} of {last}.",
    ),
    "which_step": ("몇 단계로 갈까요? {last}단계까지 있어요.", "Which step? There are {last}."),
    "progress": ("{last}단계 중 {n}단계예요. {left}단계 남았어요.", "You're on step {n} of {last}. {left} to go."),
    "progress_last": ("마지막 단계예요. {last}단계 중 {n}단계요.", "This is the last step, {n} of {last}."),
    "advance_while_timer": (
        "{name} 타이머가 아직 {left} 남았어요. 넘어갈까요?",
        "The {name} timer still has {left} left. Move on anyway?",
    ),
    "finish_while_timer": (
        "{name} 타이머가 아직 {left} 남았어요. 끝낼까요?",
        "The {name} timer still has {left} left. Finish anyway?",
    ),
    "really_finish": (
        "아직 {last}단계 중 {n}단계예요. 요리를 끝낼까요?",
        "You're only on step {n} of {last}. Shall I end the cook?",
    ),
    "stop_cooking": ("네, 조용히 할게요. 요리를 끝낼까요?", "OK, I'll be quiet. Shall I end the cook?"),
    "quiet": ("네, 조용히 할게요.", "OK, I'll be quiet."),
    "paused": ("잠깐 멈췄어요. 다시 하려면 '계속'이라고 말해 주세요.", "Paused. Say 'continue' when you're ready."),
    "paused_timers_run": ("잠깐 멈췄어요. 타이머는 계속 가요.", "Paused. Your timers keep running."),
    "resumed_session": (
        "{title} {n}단계 하던 중이었어요. 이어서 할게요.",
        "You were on step {n} of {title}. Let's carry on.",
    ),
    # amounts and times
    "amount_here": ("{name:은/는} {amount} 넣어요.", "{amount} of {name}."),
    "amount_part": (
        "{name:은/는} 이번 단계에 {amount} 넣어요. 모두 합치면 {whole:이에요/예요}.",
        "{amount} of {name} in this step. {whole} in all.",
    ),
    "amount_rest": (
        "{name:은/는} 남은 걸 다 넣어요. 모두 합치면 {whole:이에요/예요}.",
        "All that's left of the {name}. {whole} in all.",
    ),
    "amount_total": ("{name:은/는} 모두 {amount:이에요/예요}.", "{amount} of {name} in all."),
    "amount_later": (
        "{name:은/는} {n}단계에서 쓰고, 모두 {amount:이에요/예요}.",
        "{amount} of {name} in all, from step {n} on.",
    ),
    "amount_words": ("{name:은/는} {amount} 넣어요.", "{name}: {amount}."),
    "amount_unsaid": ("{name:은/는} 레시피에 양이 안 적혀 있어요.", "The recipe doesn't say how much {name}."),
    "amount_unsaid_here": (
        "이번 단계에 {name:을/를} 얼마나 넣는지는 안 적혀 있어요. 모두 합치면 {whole:이에요/예요}.",
        "The recipe doesn't say how much {name} for this step. {whole} in all.",
    ),
    "not_in_recipe": ("{name:은/는} 이 레시피에 없어요.", "There's no {name} in this recipe."),
    "which_ingredient": ("어떤 재료요?", "Which ingredient?"),
    "which_of": ("어느 거요? {list} 중에서요.", "Which one? {list}."),
    "ingredients": ("재료는 모두 {count}가지예요.", "There are {count} ingredients."),
    "ingredients_here": ("이번 단계에는 {list:이/가} 들어가요.", "For this step: {list}."),
    "more_ingredients": ("더 읽을까요?", "Shall I go on?"),
    "that_is_all": ("재료는 이게 다예요.", "That's everything."),
    "no_ingredients": ("이 레시피에는 재료 목록이 없어요.", "This recipe has no ingredient list."),
    "time_here": ("{time} 걸려요.", "{time}."),
    "time_of": ("{label:은/는} {time} 걸려요.", "{label}: {time}."),
    "time_in_step": ("{n}단계에서 {time:이에요/예요}.", "{time}, in step {n}."),
    "time_per_side": ("한 면에 {time}씩이에요.", "{time} per side."),
    "time_every": ("{time}마다 한 번씩이에요.", "Every {time}."),
    "until": ("{until}까지 하면 돼요.", "Until {until}."),
    "no_time_here": ("이 단계에는 시간이 안 적혀 있어요.", "The recipe gives no time for this step."),
    "time_later": (
        "이 단계에는 시간이 안 적혀 있어요. {n}단계에서는 {time:이에요/예요}.",
        "The recipe gives no time for this step. Step {n} says {time}.",
    ),
    "total_time": ("{title:은/는} 다 해서 {time}쯤 걸려요.", "{title} takes about {time} in all."),
    "heat_here": ("레시피에는 {heat:이라고/라고} 되어 있어요.", "The recipe says {heat}."),
    "heat_earlier": (
        "이 단계에는 안 적혀 있어요. {n}단계에서는 {heat:이에요/예요}.",
        "Not given here. Step {n} says {heat}.",
    ),
    "no_heat": ("불 세기는 레시피에 안 적혀 있어요.", "The recipe doesn't give a heat or temperature."),
    "meanwhile": ("그동안 이걸 해 두면 좋아요.", "Meanwhile you can get ahead."),
    "meanwhile_here": ("지금 이 단계가 그동안 할 일이에요.", "This step is what to do meanwhile."),
    "meanwhile_step": ("{n}단계, {text}", "Step {n}: {text}"),
    "nothing_meanwhile": ("지금 미리 할 일은 없어요. 조금 쉬어도 돼요.", "Nothing to get ahead on. Take a breather."),
    "no_substitute": (
        "{name:을/를} 대신할 만한 건 제 표에 없어요.",
        "I have no tested substitute for {name}.",
    ),
    "optional_leave_out": ("{name:은/는} 빼도 되는 재료예요.", "The {name} is optional, you can leave it out."),
    "check_label": ("알레르기가 있으면 포장지를 꼭 확인해 주세요.", "With allergies, please check the label."),
    "converted": ("{much:은/는} {result:이에요/예요}.", "{much} is {result}."),
    "converted_about": ("{much:은/는} 약 {result:이에요/예요}.", "{much} is about {result}."),
    "convert_what": (
        "무엇을 바꿔 드릴까요? '두 컵은 몇 ml야'처럼 말해 주세요.",
        "Convert what? Try 'how many ml in two cups'.",
    ),
    "cannot_convert": (
        "{much:은/는} {to:으로/로} 바꿀 수 없어요. 무게와 부피는 재료마다 달라요.",
        "I can't turn {much} into {to}: weight and volume differ by ingredient.",
    ),
    "not_in_recipe_answer": ("그건 레시피에 안 나와 있어요.", "The recipe doesn't say."),
    "model_gone": (
        "그건 레시피에 안 나와 있어요. 지금은 더 알아볼 수 없어요.",
        "The recipe doesn't say, and I can't look further right now.",
    ),
    # timers
    "timer_started": ("{name} 타이머 {time} 시작했어요.", "{name} timer, {time}, starting now."),
    "timer_started_plain": ("{time} 타이머를 시작했어요.", "Timer for {time}, starting now."),
    "timer_every": ("{name} 타이머, {time}마다 알려 드릴게요.", "{name} timer: I'll remind you every {time}."),
    "timer_every_plain": ("{time}마다 알려 드릴게요.", "I'll remind you every {time}."),
    "timer_range": (
        "레시피에는 {both:이라/라} 짧은 쪽으로 맞췄어요.",
        "The recipe says {both}, so I start with {low}.",
    ),
    "timer_already": (
        "{name} 타이머는 벌써 가고 있어요. {left} 남았어요.",
        "The {name} timer is already running, {left} left.",
    ),
    "timer_left": ("{name} 타이머는 {left} 남았어요.", "{left} left on the {name} timer."),
    "timer_left_held": ("{name} 타이머는 {left} 남기고 멈춰 있어요.", "The {name} timer is on hold with {left} left."),
    "timer_rings": ("{name} 타이머가 울리고 있어요.", "The {name} timer is ringing."),
    "timer_rang": ("{name} 타이머가 끝났어요.", "The {name} timer is up."),
    "timer_late": ("{name} 타이머가 {late} 전에 끝났어요.", "The {name} timer went off {late} ago."),
    "timer_still_rings": ("{name} 타이머가 아직 울리고 있어요.", "The {name} timer is still ringing."),
    "interval": ("{name}, {time} 지났어요.", "{name}: {time} have passed."),
    "check_until": ("{until}까지 됐는지 확인해 보세요.", "Check: {until}?"),
    "range_goes_on": ("아직이면 {more} 더 해도 돼요.", "If not yet, give it up to {more} more."),
    "timer_cancelled": ("{name} 타이머를 껐어요.", "{name} timer cancelled."),
    "timer_silenced": ("네, {name} 타이머 껐어요.", "OK, {name} timer off."),
    "timer_held": ("{name} 타이머를 멈췄어요. {left} 남았어요.", "{name} timer on hold, {left} left."),
    "timer_resumed": ("{name} 타이머를 다시 시작했어요. {left} 남았어요.", "{name} timer running again, {left} left."),
    "time_added": (
        "{name} 타이머에 {much} 더했어요. {left} 남았어요.",
        "Added {much} to the {name} timer. {left} left.",
    ),
    "time_taken": (
        "{name} 타이머에서 {much} 뺐어요. {left} 남았어요.",
        "Took {much} off the {name} timer. {left} left.",
    ),
    "too_much_off": ("{name} 타이머는 {left}밖에 안 남았어요.", "The {name} timer has only {left} left."),
    "add_how_much": ("얼마나 더할까요?", "How much time?"),
    "no_timers": ("켜진 타이머가 없어요.", "No timers are running."),
    "no_running_timer": ("가고 있는 타이머가 없어요.", "No timer is running."),
    "no_held_timer": ("멈춰 둔 타이머가 없어요.", "No timer is on hold."),
    "no_such_timer": ("{name} 타이머는 없어요.", "There's no {name} timer."),
    "which_timer": ("어느 타이머요? {list} 중에서요.", "Which timer? {list}."),
    "which_time": ("어느 시간으로 할까요? {list} 중에서요.", "Which time? {list}."),
    "how_many_minutes": ("몇 분으로 맞출까요?", "For how long?"),
    "timer_bounds": ("그런 시간은 맞출 수 없어요.", "I can't set a timer for that."),
    "timer_sure": ("{time}, 맞아요?", "{time}, is that right?"),
    # adapting
    "scaled_servings": ("{servings}인분으로 바꿨어요.", "Scaled to {servings} servings."),
    "scaled_factor": ("양을 {factor}배로 바꿨어요.", "Scaled to {factor} times the recipe."),
    "scaled_back": ("양을 원래대로 바꿨어요.", "Back to the recipe's own amounts."),
    "already_servings": ("지금도 {servings}인분이에요.", "It's {servings} servings already."),
    "already_scaled": ("지금도 그 양이에요.", "Those are the amounts already."),
    "serves": ("지금 양으로 {servings}인분이에요.", "As it is now, it serves {servings}."),
    "times_dont_scale": (
        "시간과 온도는 그대로니까 익은 정도를 보면서 해 주세요.",
        "Times and temperatures stay as they are, so keep an eye on it.",
    ),
    "scale_bounds": ("그만큼은 바꿀 수 없어요.", "I can't scale to that."),
    "servings_unknown": (
        "이 레시피는 몇 인분인지 안 적혀 있어요. '두 배'처럼 말해 주세요.",
        "This recipe doesn't say how many it serves. Try 'double it'.",
    ),
    "how_many_servings": ("몇 인분으로 할까요?", "For how many servings?"),
    "recipes": ("이런 요리를 할 수 있어요: {list}.", "You can make {list}."),
    "which_recipe": ("어떤 걸로 할까요? {list} 중에서요.", "Which one? {list}."),
    "recipe_unknown": ("{name:은/는} 제 레시피에 없어요.", "I have no recipe for {name}."),
    "leave_this_recipe": (
        "지금 {title} 하고 있어요. {other:으로/로} 바꿀까요?",
        "You're making {title}. Switch to {other}?",
    ),
    # voice
    "louder": ("소리를 키웠어요.", "Louder now."),
    "quieter": ("소리를 줄였어요.", "Quieter now."),
    "slower": ("천천히 말할게요.", "I'll speak slower."),
    "faster": ("조금 빨리 말할게요.", "I'll speak faster."),
    "louder_no_more": ("지금이 제일 큰 소리예요.", "That's as loud as I get."),
    "quieter_no_more": ("지금이 제일 작은 소리예요.", "That's as quiet as I get."),
    "slower_no_more": ("지금이 제일 느려요.", "That's as slow as I get."),
    "faster_no_more": ("지금이 제일 빨라요.", "That's as fast as I get."),
    # talking
    "fine": ("네.", "OK."),
    "yes_heard": ("네, 말씀하세요.", "Yes, go ahead."),
    "left_as_it_is": ("알겠어요, 그대로 둘게요.", "OK, I'll leave it."),
    "undone": ("되돌렸어요.", "Undone."),
    "undone_step": ("{last}단계 중 {n}단계예요.", "You're on step {n} of {last}."),
    "undone_timer": ("{name} 타이머는 없던 걸로 할게요.", "The {name} timer is gone."),
    "nothing_to_undo": ("되돌릴 게 없어요.", "There's nothing to undo."),
    "greeting": ("안녕하세요! 옆에서 도와드릴게요.", "Hello! I'm here to help."),
    "thanks": ("천만에요. 옆에 있을게요.", "Any time. I'm right here."),
    "smalltalk": ("네, 옆에 있을게요.", "I'm right here."),
    "unclear": ("잘 못 알아들었어요.", "Sorry, I didn't catch that."),
    "help_short": ("'다음', '다시', '재료'처럼 말해 주세요.", "Try 'next', 'repeat' or 'ingredients'."),
    "help": (
        "'다음', '다시', '이전', '재료', '간장 얼마나', '타이머 시작', '되돌려'처럼 말하면 돼요.",
        "Say 'next', 'repeat', 'back', 'ingredients', 'how much salt', 'start the timer' or 'undo'.",
    ),
    "help_ringing": ("'그만'이라고 하면 소리가 꺼져요.", "Say 'stop' to silence the timer."),
    "help_no_recipe": (
        "'레시피 뭐 있어?'라고 묻거나 요리 이름을 말해 주세요.",
        "Ask 'what recipes are there?' or name a dish.",
    ),
    "no_recipe": (
        "아직 고른 요리가 없어요. 요리 이름을 말해 주세요.",
        "No recipe is open yet. Tell me what you'd like to make.",
    ),
    "llm_gone": (
        "말을 이해하는 서버에 연결이 안 돼요. '다음', '다시' 같은 짧은 말은 알아들어요.",
        "The language service is away. I still understand short commands like 'next' and 'repeat'.",
    ),
    "llm_back": ("이제 다시 잘 알아들어요.", "I understand everything again."),
    "one_moment": ("잠시만요.", "One moment."),
    "stt_back": ("이제 다시 들려요.", "I can hear you again."),
    "tts_gone": ("말하는 서버에 연결이 안 돼요. 화면을 봐 주세요.", "My voice is away. Please look at the screen."),
    "stt_gone": ("받아쓰는 서버에 연결이 안 돼요. 글자로 써 주세요.", "The listening service is away. Please type."),
    # emergencies: fixed scripts
    "emergency_fire": (
        "불을 끌 수 있으면 가스와 전원을 먼저 끄세요.\n기름에 붙은 불에는 절대 물을 붓지 말고 뚜껑을 덮으세요.\n번지면 바로 나가서 119에 전화하세요.",
        "Turn off the heat if you can reach it safely.\nNever put water on an oil fire: cover it with a lid.\n"
        "If it spreads, get out and call 119, 112 or 911.",
    ),
    "emergency_burn": (
        "불부터 끄고, 덴 곳을 흐르는 시원한 물에 오래 식히세요.\n얼음이나 연고는 바르지 마세요.\n넓거나 물집이 크면 119에 전화하세요.",
        "Turn off the heat and hold the burn under cool running water for a good while.\nNo ice and no ointment.\n"
        "If it is large or blistering badly, call 119, 112 or 911.",
    ),
    "emergency_cut": (
        "깨끗한 천으로 상처를 꾹 누르고 손을 심장보다 높이 드세요.\n피가 멈추지 않으면 119에 전화하세요.",
        "Press a clean cloth firmly on the cut and hold it above your heart.\nIf it won't stop bleeding, call 119, 112 or 911.",
    ),
    "emergency_choking": (
        "지금 119에 전화하세요.\n기침을 계속 하게 하고, 못 하면 등을 세게 두드린 뒤 배를 밀쳐 올리세요.",
        "Call 119, 112 or 911 now.\nKeep them coughing; if they can't, give firm back blows and then abdominal thrusts.",
    ),
    "emergency_gas": (
        "가스 밸브를 잠그고 창문을 여세요.\n불이나 전기 스위치는 건드리지 마세요.\n밖에 나가서 119에 전화하세요.",
        "Close the gas valve and open the windows.\nTouch no flame and no switch.\nGo outside and call 119, 112 or 911.",
    ),
    # food safety
    "source_says": ("{source} 기준이에요.", "That's from {source}."),
}
