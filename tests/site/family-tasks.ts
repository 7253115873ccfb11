/** What families come for, as they say it; where the sample's answer to it stands; and the links that lead there. */
export interface FamilyTask {
  /** Typed into the search as it is. */
  says: string
  /** Any of these answers it. */
  answers: readonly string[]
  /** The words of the links from home, one after the other. */
  way: readonly string[]
}

const short = ['/social-care/short-breaks/', '/services/short-breaks-team/', '/services/saturday-splash/']

const excluded = ['/education/suspended-or-excluded/']
const wayOfExcluded = ['My child has been suspended or excluded']

export const familyTasks: readonly FamilyTask[] = [
  { says: 'my son has been excluded', answers: excluded, way: wayOfExcluded },
  { says: 'excluded from school', answers: excluded, way: wayOfExcluded },
  {
    says: 'school sent me home',
    answers: excluded,
    way: ['I am a young person', 'I was sent home from school'],
  },
  {
    says: 'my child is not going to school',
    answers: ['/education/when-school-feels-too-hard/'],
    way: ['My child is not going to school'],
  },
  {
    says: 'we are moving here with a plan',
    answers: ['/education/moving-into-southend-with-an-ehc-plan/'],
    way: ['We are moving here with a plan'],
  },
  {
    says: 'a break for a ten year old on Saturdays near SS2',
    answers: short,
    way: ['See all groups and services', 'Saturday Splash'],
  },
  { says: 'respite', answers: short, way: ['We need a break'] },
  {
    says: 'how do I get a statement',
    answers: ['/education/asking-for-an-ehc-assessment/', '/education/from-asking-to-a-plan/'],
    way: ['I want to ask for an EHC plan'],
  },
  {
    says: 'school will not help my daughter',
    answers: ['/education/sen-support/', '/education/start-here/'],
    way: ['I think my child needs more help at school'],
  },
  {
    says: 'the council said no to an assessment',
    answers: ['/education/if-you-disagree/', '/education/asking-for-an-ehc-assessment/'],
    way: ['I do not agree with a decision'],
  },
  { says: 'tribunal', answers: ['/education/if-you-disagree/'], way: ['I do not agree with a decision'] },
  { says: 'taxi to school', answers: ['/education/travel-to-school/'], way: ['How will my child get to school?'] },
  {
    says: 'waiting for autism assesment',
    answers: ['/health/waiting-for-an-assessment/', '/health/autism/'],
    way: ['My child is waiting for an autism or ADHD assessment'],
  },
  {
    says: 'my son is very anxious',
    answers: ['/health/feelings-and-mental-health/'],
    way: ['My child is very anxious or low'],
  },
  { says: 'camhs', answers: ['/health/feelings-and-mental-health/'], way: ['My child is very anxious or low'] },
  {
    says: 'speach therapy',
    answers: ['/health/speech-and-language/', '/services/childrens-therapies/'],
    way: ['Health', 'Speech, language and communication'],
  },
  { says: 'he does not sleep', answers: ['/services/sleep-clinic/'], way: ['A to Z', 'Better nights sleep clinic'] },
  {
    says: 'still in nappies',
    answers: ['/services/continence-clinic/'],
    way: ['A to Z', 'Bladder and bowel clinic'],
  },
  {
    says: 'money for a disabled child DLA',
    answers: ['/social-care/benefits-and-money/', '/services/benefits-advice/'],
    way: ['We are worried about money'],
  },
  {
    says: 'swimming club at weekends',
    answers: ['/services/saturday-splash/', '/services/relaxed-swim/', '/social-care/clubs-and-things-to-do/'],
    way: ['What can we do at weekends?'],
  },
  {
    says: 'help for brothers and sisters',
    answers: ['/services/brothers-and-sisters-group/', '/social-care/young-carers/'],
    way: ['See all groups and services', 'Brothers and sisters group'],
  },
  {
    says: 'what happens when he turns 18',
    answers: [
      '/preparing-for-adulthood/timeline-14-to-25/',
      '/preparing-for-adulthood/moving-to-adult-social-care/',
      '/preparing-for-adulthood/start-here/',
      '/health/moving-to-adult-health/',
      '/preparing-for-adulthood/making-your-own-decisions/',
    ],
    way: ['Preparing for adulthood', 'From 14 to 25: what changes when'],
  },
  {
    says: 'I want a job',
    answers: ['/preparing-for-adulthood/finding-work/', '/services/step-into-work/'],
    way: ['I am a young person', 'I want to work'],
  },
  {
    says: 'independent advice about my rights',
    answers: ['/social-care/advice-on-your-side/', '/services/estuary-sendiass/', '/services/clear-voice-advocacy/'],
    way: ['I need somebody on my side'],
  },
  {
    says: 'transport to college',
    answers: ['/preparing-for-adulthood/travel-after-16/'],
    way: ['Preparing for adulthood', 'Travel after 16'],
  },
  {
    says: 'we cannot afford the heating',
    answers: ['/social-care/benefits-and-money/', '/services/benefits-advice/'],
    way: ['We are worried about money'],
  },
  {
    says: 'what is on in the summer holidays',
    answers: ['/services/summer-tides/', '/social-care/summer-play-days/', '/social-care/clubs-and-things-to-do/'],
    way: ['What can we do at weekends?'],
  },
]
