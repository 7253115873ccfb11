import type { SameMeaning } from '../content/index.ts'

/**
 * What families in England type, and what a Local Offer calls it: in each entry first what is meant, then all that is typed
 * for it. A team adds its own in Settings; where both say the same words, the team's count. Several meanings are each asked
 * for; one that the site does not have is passed over. “The”, “my” and their like may be left out, and a word may have
 * another ending (`sameMeaning` of resources/site/search-words.js).
 */
const entries = `
# School, and not being there
  school avoidance: school refusal
  school refusal: school refuser, ebsa, refusing school, refuses school, refused to go to school, refusing to go to school, refuses to go to school, refuses
    to go in, wont go to school, wont go in to school, wont go in, will not go to school, cant go to school, not
    going to school, not going in, stopped going to school, missing school, scared of school, hates school, school
    anxiety, school phobia, truanting
  school attendance, fine: attendance, fine, fined, penalty notice
  excluded, suspended: exclusion, expelled, kicked out, thrown out, sent home, sent home from school, managed move
  suspended, exclusion: excluded
  suspended: exclude
  excluded, suspension: suspended
  excluded: suspension
  part-time timetable, sent home: part time timetable, reduced timetable, reduced hours, half days, collect early,
    pick him up early
  home education: home school, home schooling, elective home education, deregister
  learning out of school, home teaching: tutor, home tuition, eotas
  help at school: school wont help, school cant cope, school cant meet needs, struggling at school, falling behind,
    extra help at school
  help at school: senco, sendco, teaching assistant, one to one, 1 to 1, 1 2 1, iep
  special schools: special school, special needs school, sen school, specialist school, school place
  resource base: unit, base, arp
  nursery and childcare: nursery, preschool, pre school, childminder, childcare, funded hours, free hours
  bullying: bullied, bullies, picked on

# Plans and decisions
  EHC plan: statement, statemented, ehcp, echp, ehc, sen plan
  asking for an EHC needs assessment: get a statement, get an ehcp, get a plan, apply for an ehcp, apply for ehc
    plan, request an ehcp, ask for an ehcp
  EHC needs assessment: ehcna
  20 weeks: how long does an ehcp take, how long ehcp, ehcp timescale, ehcp process, 20 weeks
  yearly reviews: annual review, ehcp review, emergency review, early review
  disagree with a decision: appeal, tribunal, said no, turned down, refused, rejected, complain, complaint, ehcp
    refused, not following, not following ehcp, breach
  moving into: move house, moving house, moving area, move here, relocating
  educational psychology: ed psych, ep, edpsych
  SENDIASS: iass, independent advice, someone on our side, help with meeting, come to meeting
  advice on your side: my rights, legal advice, solicitor, legal
  SEND words: lingo, jargon, abbreviation, acronym, what does mean, stand for

# Getting there
  travel to school: taxi, school bus, bus to school, school transport, get to school
  travel after 16: college transport, college bus, transport to college, bus to college, taxi to college, travel to
    college, sixth form transport, post 16 transport
  getting around, getting out: blue badge, disabled parking, bus pass, railcard

# How a child is
  autism or ADHD assessment: diagnosis, get a diagnosis, diagnosed, get tested, get him tested, assessed for autism,
    assessed for adhd, autism test, adhd test, pathway
  waiting for an assessment: waiting list, wait list, how long wait
  autism: asd, asc, asperger, aspergers, autistic, on the spectrum, pda, stimming, masking
  ADHD: hyper, hyperactive, cant sit still, cant concentrate, fidgets
  child development: tourettes, tics, fasd
  dyslexia: dyslexic, cant read, cant spell, reading, spelling, dyscalculia
  occupational therapy: dyspraxia, dyspraxic, clumsy, handwriting, pencil, dcd
  learning disability: slow learner, learning difficulties, gdd, global delay
  development: developmental delay, delayed, milestones, not walking, not crawling, behind
  behaviour: hits, hit, bites, biting, kicks, punches, violent, aggressive, angry, anger, lashes out, throws things,
    smashes, challenging, naughty, out of control, wont listen, wont do as told, kicking off, running away
  behaviour, sensory: meltdown, tantrum, shutdown
  senses, sensory: noises, loud, textures, sensory processing, sensory issues, overload, labels in clothes
  not eating, feeding: wont eat, will not eat, not eating, doesnt eat, refuses food, refuses to eat, stopped eating, only eats,
    fussy eater, picky eater, arfid, eating disorder
  sleep: wont sleep, cant sleep, not sleeping, doesnt sleep, never sleeps, up all night, awake all night, bedtime,
    melatonin, nightmares
  bladder and bowel: toilet, toilet training, potty, potty training, nappy, nappies, wetting, wets, wet, wets bed,
    soiling, poo, constipated, constipation, incontinence, accidents
  speech and language, worried about talking: talking, not talking, isnt talking, doesnt talk, cant talk, nonverbal,
    non verbal, selective mutism, stammer, stutter, speaking
  speech and language therapy: salt, slt, speech therapist
  occupational therapy: ot
  physiotherapy: physio
  eye clinic, vision: glasses, eyesight, blind, cant see, vision, squint
  hearing clinic, hearing: deaf, cant hear, glue ear, hearing aid
  dentist: teeth, toothache, dentist
  medicines: medication, meds, tablets, epipen, inhaler, insulin
  doctor: gp, doctors
  wheelchair service: wheelchair, buggy, special needs buggy
  adaptations: stairlift, hoist, ramp, wet room, grab rail, adapt house, special bed, dfg

# Not being well, or not safe
  crisis, self-harm, mental health: self harm, self harming, harming herself, harming himself, hurting herself, hurting himself,
    cutting, cuts herself, cuts himself
  crisis: suicide, suicidal, kill myself, kill himself, kill herself, wants to die, want to die, end it all, dont
    want to live, overdose
  worried about a child: abuse, abused, hurt, not safe, unsafe, neglect, hits me, domestic violence
  mental health, feelings: camhs, anxiety, anxious, worried all the time, depressed, depression, sad, low mood, panic
    attack, ocd, self esteem, feelings
  counselling: counsellor, therapist, someone to talk to, talk to someone

# Whoever looks after them
  short breaks: respite, a break, have a rest, babysitter, sitter, look after him, look after her, overnight stay,
    time off
  parent carers, early help: cant cope, not coping, struggling, at breaking point, burnt out, at the end of my
    tether, exhausted, need help at home
  early help: parenting course, parenting class, family support, family support worker
  carers, kinship: grandparent, grandma, grandad, nan, nanny, granny, foster carer
  carers: kinship
  young carers: look after my mum, look after my dad, look after my brother, look after my sister, care for my mum,
    care for my brother
  brothers and sisters: siblings, sibling, other children, other kids
  parents group, parent carers: meet other parents, other mums, other parents, other dads, support group, parent
    group, lonely, coffee morning
  social care: social worker

# Money
  benefits: dla, pip, carers allowance, universal credit, disability living allowance, claim
  money, benefits: cannot afford, cant afford, money, no money, skint, in debt, food bank, heating, electric bill,
    pay the bills, grant
  direct payments: personal budget, pay for a carer, pa

# Things to do
  Saturday: weekends
  clubs and things to do: clubs, things to do, activities, days out, youth club, playscheme
  holiday, things to do: half term, school holidays, summer holidays, easter holidays, six weeks holidays, holiday
    club
  friends: friends, no friends, make friends

# Growing up
  adulthood: grown up
  moving to adult services: transition
  preparing for adulthood: leaving school
  moving to adult: 18, turns 18, turning 18, when 18, after 18, 19, 25
  work: job
  internships and apprenticeships: work experience, apprentice, traineeship
  support in college: college course, college
  university: uni, dsa
  somewhere to live: supported living, own flat, housing, live on his own, move out
  your own decisions: power of attorney, mental capacity, deputyship
`

export const usualWords: readonly SameMeaning[] = entries
  .replace(/^#.*$/gm, '')
  .replace(/\n {4}/g, ' ')
  .split('\n')
  .filter(entry => entry.trim() !== '')
  .flatMap(entry => {
    const [means = '', says = ''] = entry.split(':').map(part => part.split(', ').map(phrase => phrase.trim()))
    return [...says].flatMap(says => [...means].map(means => ({ says, means })))
  })
