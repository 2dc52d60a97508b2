/** English clauses for the same topic. Written for the project. */
import type { Grammar } from './grammar';

const lines = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

export const ENGLISH: Grammar = {
  joins: [' ', '. ', ', ', ' - ', ' because ', '; ', ' and ', ' … '],
  slots: {
    money: lines(`the loan
      that billion
      this deposit
      $1.5bn
      the money
      Gulf cash
      a cheque this size`),
    thing: lines(`housing
      jobs for graduates
      a clinic in {town}
      roads near {town}
      school meals
      the power grid
      pensions
      small farms
      clean water`),
    town: lines(`Minya
      Tabuk
      Aswan
      Jizan
      Luxor
      Arar
      Damietta
      Hail
      Suez
      Najran`),
    someone: lines(`my neighbour
      a taxi driver
      my cousin
      an old colleague
      my landlord
      the grocer
      a friend at the bank`),
  },
  openers: lines(`Honest question
    Reading about {money} this morning
    Not an economist but
    {someone} asked me today
    For those just joining
    Can someone explain
    Genuinely curious
    Unpopular opinion
    As an Egyptian abroad
    Writing from {town}
    Hot take
    So
    Been following this for {n} hours
    After {n} years in trade finance I'd say`),
  claims: lines(`{money} only buys a few months
    I would rather see it spent on {thing}
    the terms matter more than the headline
    the pound needs exports, not deposits
    this is generous whatever else you say
    nobody has published the interest rate
    reserves cover about {n} weeks of imports
    the black market rate tells you everything
    it keeps wheat coming, so fine
    {thing} will not see a penny of {money}
    regional stability is cheap at this price
    we should talk about tourism instead
    a loan is not a gift
    the timing looks odd to me
    {someone} thinks it is a done deal
    the IMF talks are the real story
    every bailout before this changed little
    I'm glad the two countries stand together`),
  reasons: lines(`rent in {town} went up {n} percent
    {someone} waited {n} months for a visa to work
    importers still queue for dollars
    sugar has vanished in {town}
    the deficit keeps growing
    oil is under {n} dollars
    {thing} has been on hold since last year
    hotels in {town} are half empty
    my salary lost a third of its value
    the last deposit was gone in {n} weeks
    factories close early for lack of parts
    remittances are down
    we've seen this film before
    the budget speech skipped {thing}
    medicine prices doubled`),
  closers: lines(`just saying
    let's see
    prove me wrong
    thoughts?
    praying for better days
    and that's that
    source: {someone}
    carry on
    time will tell
    no strings, right?
    I'll wait for the details
    sigh
    good night from {town}
    ask {someone}`),
};
