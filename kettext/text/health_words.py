"""Words about body, mind and medicine, in classes; health.py makes use of them.

A class is a letter: a capital where little else than medicine is written with its words, a small
one where other texts have them too. Nouns stand in the singular; plurals are added.
"""

# C: conditions and symptoms.
CONDITIONS = """
acne adhd alcoholism alopecia alzheimer alzheimer's amnesia anaemia anemia aneurysm angina
anorexia anxiety appendicitis arrhythmia arthritis asthma ataxia atherosclerosis autism bipolar
bloating bradycardia bronchitis bulimia cancer cancer-causing cardiomyopathy cataract cholera
cirrhosis coeliac colic colitis constipation convulsion copd covid cramp cystitis dandruff
delirium dementia dengue dermatitis diabetes diarrhea diarrhoea diphtheria dissociation
dizziness drowsiness dyslexia dysphoria ebola eczema emphysema encephalitis endometriosis
epilepsy fibromyalgia fibrosis flu gastritis gingivitis glaucoma gout haemorrhage heartburn
hemorrhage hepatitis hernia herpes hiv hypertension hypoglycemia hypotension hypothyroidism
impotence incontinence indigestion infertility inflammation influenza insomnia intoxication
jaundice ketoacidosis leprosy leukaemia leukemia lupus lymphoma malaria malnutrition manic
measles melanoma meningitis menopause metastasis migraine miscarriage mumps nausea neuralgia
neuropathy numbness obesity ocd oedema osteoarthritis osteoporosis palpitation pancreatitis
parkinson's parkinsonism pneumonia polio preeclampsia psoriasis psychotic rabies rheumatism
rickets rosacea schizophrenia sclerosis scurvy sedation sepsis shingles sinusitis smallpox
snoring stillbirth stroke suicidal suicidality suicide sweating swelling tachycardia tetanus
thrombosis thyroiditis tinnitus toothache tremor tuberculosis tumor tumour typhoid ulcer vertigo
vomiting wheezing
"""
# c: the same, where other things have them too.
AILMENTS = """
ache addiction ageing aging agitation aids allergy anxious appetite bleeding burnout chill clot
cold confusion congestion cough craving death dehydration delusion dependence depressed
depression discomfort disease disorder distress dizzy drowsy exhaustion fatigue fear fever grief
hallucination headache hunger illness impairment infection injury irritability itch itching
loneliness mania mood nauseous nightmare obsession pain panic paranoia phobia rash reflux
relapse rumination seizure sick sickness sleepy soreness spasm stress symptom syndrome tension
thirst thoughts tired tiredness tolerance toxicity trauma virus weakness withdrawal worries
worry wound wrinkle
"""
# B: parts of the body and what goes on in it.
BODY = """
adrenal amygdala artery bladder blood-brain bloodstream bowel bronchi capillary cardiovascular
cartilage cholesterol circulation cornea cortex digestion digestive duodenum endocrine esophagus
fertility fetus foetus gallbladder gastrointestinal glucose gut hippocampus hormonal
hypothalamus immune immunity intestine kidney lactation libido ligament liver lung lymph
menstruation metabolic metabolism microbiome mitochondria musculoskeletal neurogenesis neuron
neuroplasticity ovary ovulation pancreas placenta prostate respiratory retina scalp sperm spleen
synapse synaptic thyroid triglyceride urinary uterus vagus
"""
# b: the same, where machines, groups and stories have them too.
PARTS = """
attention back bacteria bile blood body bone brain breath breathing calories cell cognition
cognitive colon concentration ear emotion energy eye fat feeling focus hair health heart joint
longevity memories memory mental mind muscle nails nerve nervous performance plaque pregnancy
pulse respiration self-esteem skin sleep spine stamina stomach teeth tissue tooth vein vision
vitality weight well-being wellbeing wellness
"""
# M: what cells speak with.
MOLECULES = """
acetylcholine adenosine adrenaline ampa androgen antibody bdnf collagen cortisol cytokine
dopaminergic endocannabinoid endorphin enzyme epinephrine estrogen gaba ghrelin glutamate
glutamatergic histamine hormone insulin interleukin leptin melatonin mtor neurochemical
neurotransmission noradrenaline noradrenergic norepinephrine oestrogen oxytocin progesterone
prolactin prostaglandin serotonergic serotonin testosterone
"""
# T: treatments.
TREATMENTS = """
acetaminophen acupuncture adderall ambien amoxicillin amphetamine anaesthesia anesthesia antacid
antibiotic anticoagulant anticonvulsant antidiabetic antihistamine ashwagandha aspirin ativan
atorvastatin ayahuasca azithromycin barbiturate benzodiazepine botox buprenorphine bupropion
caffeine cannabidiol cannabis cbd cbt chamomile chemo chemotherapy chiropractic citalopram
clonazepam clozapine cocaine codeine contraception contraceptive corticosteroid cortisone
creatine curcumin dbt dextromethorphan diazepam duloxetine echinacea ect electroconvulsive emdr
escitalopram esketamine fentanyl fluoride fluoxetine folate gabapentin ginkgo ginseng
glucosamine heroin homeopathy hypnosis hypnotherapy ibuprofen immunotherapy inhaler ketamine
kratom lamotrigine levothyroxine lisinopril lithium lorazepam lsd magnesium marijuana mdma
medication metformin methadone methamphetamine methylphenidate metoprolol microdosing morphine
multivitamin naloxone naltrexone naproxen nicotine nitroglycerin nootropic nsaid olanzapine
omega-3 omeprazole opiate opioid overdose oxycodone ozempic painkiller paracetamol paroxetine
penicillin pethidine pharmacotherapy physiotherapy placebo prednisone pregabalin probiotic
prozac psilocybin psychedelic quetiapine radiotherapy risperidone ritalin scopolamine
semaglutide sertraline sildenafil snri ssri statin steroid stimulant tamoxifen thc tramadol
tranquilizer tricyclic turmeric tylenol vaccination vaccine valerian valium venlafaxine viagra
vitamin warfarin wellbutrin xanax zinc zoloft
"""
# t: the same, with food, habits and what else does people good or ill.
HABITS = """
alcohol antidote aromatherapy asbestos beer calcium capsule chocolate coffee counseling
counselling cream dairy diet dieting dosage dose drug exercise exercising fasting fiber fibre
fruits garlic ginger gluten herb herbal honey injection intake iron jogging keto ketogenic
lavender lozenge massage meat medicinal medicine meditating meditation mercury mindfulness
mushroom nap napping nutrition oil ointment pesticide pill pollution potassium prescription
protein radiation regimen rehabilitation remedy salt sauna sedentary sleeping smog smoke smoking
sodas sodium spices stretching sugar sun sunlight sunscreen supplement supplementation surgery
surgical swimming syrup tablet tea therapies therapy tobacco transfusion transplant treatment
vaping vegetables vinegar walking wine yoga
"""
# v: what a treatment or a habit does to a body; the forms in -s and -ing are added.
EFFECTS = """
absorb act activate affect aggravate aid alleviate ameliorate attenuate balance bind block boost
burn calm cause clear combat constrict contribute control counter counteract cross curb cure cut
damage decrease delay deplete desensitise desensitize destroy dilate disrupt disturb dull ease
elevate eliminate encourage enhance enter exacerbate feed fight flood foster harm heal help
imitate impair improve increase induce inflame influence inhibit interfere irritate kill lead
lessen lift lower make manage mediate metabolise metabolize mimic minimise minimize mitigate
normalise normalize nourish numb offset poison prevent produce promote protect provoke raise
rebuild reduce regrow regulate rejuvenate relax release relieve repair reset resolve rest
restore result reverse rewire secrete shorten shrink slow soothe stabilise stabilize stimulate
strengthen support suppress target thicken thin tighten treat trigger weaken widen worsen
"""
# p: what has been done to it.
DONE = """
activated affected aggravated alleviated blocked boosted caused controlled cured damaged
decreased eased elevated healed impaired improved increased induced inhibited lowered managed
prevented provoked raised reduced regulated released relieved restored reversed stabilised
stabilized stimulated suppressed treated triggered worsened
"""
# The letters of two words together, where each alone says less.
PAIRS = {
    "C": """
        abdominal pain|alcohol abuse|alcohol addiction|alcohol dependence|alcohol use
        alcohol withdrawal|allergic reaction|allergic reactions|anxiety disorder
        autoimmune disease|autoimmune diseases|back pain|bipolar depression|birth defect
        birth defects|bladder problems|blood clot|blood clots|blurred vision|bowel syndrome
        brain damage|chest pain|chronic disease|chronic diseases|chronic fatigue|chronic pain
        chronic stress|clinical depression|common cold|down syndrome|drug abuse|drug addiction
        drug cravings|dry mouth|eating disorder|eating disorders|erectile dysfunction
        food poisoning|gum disease|hair loss|hay fever|heart attack|heart disease
        heart failure|heart problems|high blood|high cholesterol|high fever|hot flashes
        hot flushes|infectious disease|infectious diseases|joint pain|kidney damage
        kidney disease|liver damage|liver disease|low mood|lung disease|major depression
        mental disorder|mental disorders|mental health|mental illness|metabolic syndrome
        mood disorder|mood disorders|morning sickness|motion sickness|muscle cramps
        muscle pain|muscle tension|nerve damage|neuropathic pain|nicotine addiction
        obsessive thoughts|opioid addiction|panic disorder|personality disorder
        physical dependence|postpartum depression|premature death|psychological dependence
        respiratory problems|seasonal depression|severe depression|sexual dysfunction
        skin cancer|sleep apnea|sleep disorder|sleep disorders|sore throat|stomach ache
        suicidal ideation|suicidal thoughts|tooth decay|upset stomach|use disorder|weight gain
        weight loss|withdrawal symptoms|withdrawal syndrome
    """,
    "B": """
        blood cells|blood flow|blood pressure|blood sugar|blood vessel|blood vessels|body fat
        body weight|bone density|bone health|bone marrow|brain activity|brain barrier
        brain cells|brain chemistry|brain function|brain health|cancer cells
        cardiovascular system|cognitive function|deep sleep|digestive system|fall asleep
        good bacteria|gut bacteria|gut flora|gut health|heart health|heart rate|heart rhythm
        immune response|immune system|insulin sensitivity|kidney function|liver function
        metabolic rate|muscle growth|muscle mass|nerve cells|nervous system|neural pathways
        prefrontal cortex|red blood|rem sleep|respiratory system|skin health|sleep quality
        spinal cord|stay asleep|stem cells|urinary tract|white blood
    """,
    "M": """
        amino acid|amino acids|fatty acids|opioid receptors|receptor antagonist
        stress hormones
    """,
    "T": """
        behavioral therapy|behavioural therapy|beta blocker|beta blockers|blood thinner
        blood thinners|cold shower|cold showers|essential oil|essential oils|exposure therapy
        fatty acids|fish oil|gene therapy|green tea|herbal remedies|herbal tea|hormone therapy
        ketogenic diet|light therapy|magnetic stimulation|maoi inhibitors
        mediterranean diet|prescription drug|prescription drugs|red meat|replacement therapy
        sleeping pill|sleeping pills|st john's|talk therapy|tobacco smoke
    """,
    "w": "building blocks|leading cause|leading causes|lower respiratory",
    "E": """
        adverse effect|adverse effects|adverse reaction|adverse reactions|side effect
        side effects|unwanted effects
    """,
}
OTHERS = {
    "S": """
        addictive carcinogenic contraindicated habit-forming hepatotoxic intoxicating lethal
        life-threatening neurotoxic non-addictive poisonous sedating teratogenic tolerated
        well-tolerated
    """,  # whether a treatment is safe, as only treatments are said to be
    "s": """
        beneficial dangerous effective efficacious fatal harmful harmless healthy helpful
        ineffective potent risky safe safer suitable toxic unhealthy unsafe
    """,  # the same, of other things too
    "R": "chance chances danger dangers likelihood odds risk risks",  # risks
    "f": """
        action benefit benefits effect effectiveness effects efficacy onset properties response
    """,  # effects, as nouns
    "K": """
        anaesthetic analgesic analgesics anti-anxiety anti-inflammatory antibacterial
        antimicrobial antioxidant antioxidants antipsychotic antipsychotics antiviral antivirals
        anxiolytic anxiolytics aphrodisiac calming dissociative diuretic diuretics euphoric
        healing laxative laxatives mood-lifting neuroprotective pain-relieving painkilling
        psychoactive psychotropic relaxing sedative sedatives soothing stimulating therapeutic
    """,  # kinds of effects
    "P": "patient patients sufferer sufferers",  # patients
    "N": "breast-feeding breastfeeding nursing pregnant",  # for whom much is unsafe
    "q": """
        adolescents adults anyone babies children individuals infants kids men people person
        persons seniors smokers survivors teenagers those users veterans women
    """,  # people
    "m": """
        irreversible life-threatening long-lasting manageable mild minimal moderate permanent
        rare reversible serious severe short-lived temporary transient unpleasant
    """,  # how grave it is
    "e": "are aren't be become becomes been being is isn't remain remains",  # being
    "d": "can't cannot must mustn't should shouldn't",  # orders
    "n": "avoid caution cautious never not",  # denials and warnings
    "L": "associated correlated linked tied",  # links
    "l": """
        appear appears disappear fade fades last lasting lasts persist persists subside subsides
    """,  # lasting
    "g": """
        develop develops experience experiences feel feels notice notices report reports respond
        responds
    """,  # what patients notice
    "r": """
        better calmer happier improvement improvements relief remission worse
    """,  # what they hope for
    "o": "against for in",  # joining a condition to its treatment
    "x": "interact interaction interactions interacts",  # interactions
    "y": """
        demonstrate demonstrated demonstrates had has have offer offering offers produces
        provide provides providing show shown shows yield yields
    """,  # having and giving
    "z": "crucial essential important promise promising responsible role vital",  # parts played
    "u": """
        choose chooses opt opting prefer prefers rely tolerate tolerates try trying turn turned
        turning use uses
    """,  # using and choosing
    "U": """
        administered given prescribe prescribed prescribes recommend recommended recommends
        taken used
    """,  # how a treatment is given
    "i": "comprise include includes including",  # lists that follow
    "k": "work worked working works",  # working
    "Q": """
        activists association awareness campaign campaigns case cases center centre charities
        charity clinic clinics crisis data deaths diagnosis epidemic expert experts foundation
        fund fundraiser hospital institute outbreak pandemic program programme programs research
        researcher researchers screening services society specialist survivors test tests unit
        victim victims ward
    """,  # what conditions only give a name to
}
NOUNS = {  # where a word is in two of them, the last counts
    "b": PARTS,
    "c": AILMENTS,
    "t": HABITS,
    "B": BODY,
    "M": MOLECULES,
    "T": TREATMENTS,
    "C": CONDITIONS,
}
# Endings of words that no list could hold, and the letters of their words.
ENDINGS = {
    **dict.fromkeys(("itis", "osis", "emia", "algia", "phobia", "plegia", "rrhea", "rrhoea"), "C"),
    **dict.fromkeys(("statin", "prazole", "cillin", "mycin", "olol", "sartan", "zepam"), "T"),
    **dict.fromkeys(("zolam", "oxetine", "triptyline", "codone", "caine", "otherapy"), "T"),
    **dict.fromkeys(("amine", "amines", "otransmitter", "otransmitters", "otransmission"), "M"),
    **dict.fromkeys(("esthetic", "esthetics", "depressant", "depressants", "convulsant"), "K"),
    **dict.fromkeys(("psychotic", "psychotics", "coagulant", "coagulants", "oxidants"), "K"),
    "ogenic": "S",
}
# Words with such endings that are not about health.
ELSEWHERE = """
academia aesthetic aesthetics anthropogenic apotheosis cryogenic diagnosis esthetic examine
examines kinesthetic metamorphosis misdiagnosis osmosis photogenic prognosis symbiosis
"""
# Words of these classes that stand in many other texts: they don't tell one about health.
COMMON = """
acting body causing exercise exercises forming injection injections lifting panic poisoning
thoughts vision
"""
