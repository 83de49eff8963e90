"""What the fictional person says. Nobody real said any of it."""

from legjournal.models.diary import Kind

MANAGED_EASIER = (
    "Walked to the shops and back",
    "Did the ironing standing up",
    "Weeded the front border",
    "Drove to my sister's and had lunch there",
    "Took the dog round the park twice",
    "Sat through the whole quiz night",
    "Cooked a proper dinner",
    "Worked a full day",
    "Cleaned the kitchen windows",
    "Took the stairs at work all day",
    "Went swimming for half an hour",
    "Watched a film to the end",
    "Carried the shopping in by myself",
    "Met a friend for coffee in town",
    "Mowed the back lawn",
    "Baked bread with my niece",
    "Walked along the canal for an hour",
    "Changed all the beds",
)
MANAGED_HARDER = (
    "Got up and dressed",
    "Made soup",
    "Did half of the washing-up",
    "Rang my sister",
    "Worked in the morning, rested in the afternoon",
    "Walked to the post box",
    "Read two chapters",
    "Watered the plants",
    "Sorted the post",
    "Folded one load of washing",
    "Sat in the garden for a while",
    "Hung the washing out",
    "Answered a few emails",
    "Had a short walk after tea",
)
DAY_NOTES = (
    "Long drive today, legs stiff afterwards.",
    "Stood at the back of the meeting so that I could move about.",
    "Warm bath before bed. It helped for about an hour.",
    "Busy day on my feet.",
    "Forgot to stretch.",
    "Rain all day, hardly went out.",
    "Hip sore on the stairs but fine on the flat.",
    "Legs jumpy as soon as I sat down after tea.",
    "Better than I expected after yesterday.",
    "Visitors until late, ate after nine.",
)
NIGHT_NOTES = (
    "Paced the landing for a while.",
    "Slept on my left side with a pillow between my knees.",
    "Cold flannel on the calves helped a little.",
    "Woken by the bin lorry.",
    "Dropped off in the chair first.",
    "Did some stretches on the stairs.",
)
HELPED = ("walking", "walking", "walking", "a warm bath", "stretching", "stretching", None, None)
WORDS = {
    Kind.PAIN: ("aching", "throbbing", "sore", "heavy", "burning"),
    Kind.URGE: ("crawling", "fidgety", "fizzing", "pulling"),
}
# What might bear on the legs, with the chance of it on any one day.
FACTORS = {
    "caffeine after midday": 0.35,
    "alcohol": 0.2,
    "long sitting": 0.4,
    "warm bath": 0.25,
    "walk": 0.5,
    "late meal": 0.12,
}
QUESTIONS = {
    "GP": (
        "Could the night-time tablets make my legs worse?",
        "Can my iron (ferritin) be checked again?",
        "Is this restless legs or something else?",
        "Do any of my tablets not go together?",
        "What could I try before stronger medicine?",
        "My legs start earlier in the evening now. What does that mean?",
        "May I refer myself to physiotherapy for the right hip?",
        "How long should I take the tablets before I judge them?",
    ),
    "Physio": (
        "Am I doing the side-lying leg raise the right way?",
        "Should I keep going on a day when the hip is sore?",
        "When can I add a fourth day?",
        "Is there a way to do the clamshell without lying on the sore side?",
        "How should I sit at my desk?",
        "Which stretches are worth doing before bed?",
        "How far should I walk in a flare?",
    ),
}
AGREED = {
    "GP": (
        "Blood test for iron. Come back in 6 weeks.",
        "Keep the diary going and bring it next time.",
        "Carry on as now. Ring if it gets worse.",
        "Letter to physiotherapy about the right hip.",
        "No change to the tablets. Talk again in 3 months.",
    ),
    "Physio": (
        "Keep to 3 days a week with a day between.",
        "Fewer repetitions in a flare, then build up again.",
        "Pillow between the knees at night.",
        "Slower on the way down in the leg raise.",
        "Short walks every hour when sitting.",
    ),
}
