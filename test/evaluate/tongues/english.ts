/** English: a city that wants to close its night buses. Written for the project. */
import { lines, type Tongue } from './tongue';

export const english: Tongue = {
  lang: 'en',
  hashtags: ['NightBusVote', 'SaveTheN7', 'TransitBudget'],
  clauses: [2, 4],
  emoji: ['😂', '🙏', '🚌', '🤔', '👏', '❤️', '😡', '🤷‍♀️', '💔', '🔥'],
  bios: lines(`nurse, night shifts
    dad of three, tired
    opinions mine, typos too
    cyclist and part time baker
    they/them · plants · punk
    retired teacher
    local history nerd
    football, politics, soup
    PhD student, mostly coffee
    I read the minutes so you don't have to
    photographer
    former driver`),
  grammar: {
    joins: ['. ', ', ', ' - ', ' and ', ' because ', '; ', ' … ', '\n', ' but ', ' so '],
    slots: {
      who: lines(`my sister
        the night nurse next door
        every baker in {area}
        a lad I work with
        half my shift
        our cleaner
        the mayor
        councillor {surname}
        my dad
        students in {area}
        two drivers I know`),
      area: lines(`Eastgate
        Mill Lane
        the docks
        Hawthorn Park
        Old Quarry
        Lower Marsh
        Kingsbury Hill
        Copper Row
        the hospital
        Station Road
        Weaver Street
        Priory Green`),
      surname: lines(`Ashdown
        Tolliver
        Brandreth
        Okafor
        Castellan
        Whitlock
        Marsh`),
      line: lines(`the N7
        the 41
        the last tram
        the airport coach
        the N12
        the hospital shuttle
        the ring bus`),
      cost: lines(`{n} million
        {n} quid a month
        a taxi home
        £{n}
        half a day's pay
        nothing at all`),
    },
    openers: lines(`Honestly
      Right then
      Sat in the public gallery for {n} hours
      Speaking as someone from {area}
      Can someone tell me
      Not that anyone asked
      I've read all {n} pages
      Just got off {line}
      For what it's worth
      Unpopular view
      Update from {area}
      {who} put it best
      Ok so
      Genuine question for {surname}
      Been here {n} years
      Watching the stream and`),
    claims: lines(`{line} is full every single night
      nobody on that committee has ever waited at {area} at 2am
      cutting {line} saves {cost} and costs far more
      I'd rather pay a bit more than lose {line}
      {who} will have to quit
      the survey asked {n} people and called it a mandate
      the vote was decided before the doors opened
      we should run smaller vehicles instead
      {surname} changed sides again
      the drivers were never consulted
      it's a subsidy for people who drink, sorry
      empty buses past {area} help no one
      the figures for {line} leave out the weekend
      every town that cut its night service put it back
      {area} gets forgotten like always
      a consultation in August is no consultation
      let the taxi firms bid for {line}
      this is about parking, not about {line}
      the amendment is actually decent
      we got {n} signatures in one afternoon at {area}
      there was money for the fountain
      give it to {who} to run, can't be worse`),
    reasons: lines(`{who} walks {n} minutes in the dark already
      the last one leaves {area} at twenty past
      a cab from {area} is £{n}
      {who} starts at four in the morning
      they spent {cost} on the logo
      the depot lost {n} drivers this year
      my shift ends at half one
      it stinks of chips but it gets me home
      the stop at {area} has no light
      fuel went up {n} percent
      {surname} lives next to the bypass
      the app never shows {line} anyway
      I counted {n} people on it last night
      we were promised this in the last budget
      the trains stop before midnight
      {who} can't drive with that knee
      the grant runs out in {n} months
      the report has a typo in the total`),
    closers: lines(`that's all
      see you at the meeting
      shame
      do better
      over to you {surname}
      I'm going to bed
      write to them, takes {n} minutes
      anyway
      what a circus
      proud of this town today
      not surprised
      prove me wrong
      bring a coat
      cheers
      thread tomorrow maybe`),
  },
  pushed: lines(`Metroline Plus carried {n} thousand happy passengers last year and still charges less than a coffee
    Independent study finds private night coaches cut waiting times in {area} by {n} percent
    Residents of {area} welcome the new partnership with Metroline Plus, see the video
    Councillor {surname} explains why modern cities choose flexible coaches over old buses
    Watch how Metroline Plus keeps {area} moving while others only talk
    The old fleet burns {n} litres an hour, the new coaches burn less than half of that
    Passengers give Metroline Plus {n} points in the national comfort ranking
    Five reasons why {area} will never miss the old timetable
    Drivers at Metroline Plus earn {n} percent more, says new report on regional pay
    Breaking: second depot opens near {area} with {n} new jobs for local families
    {surname} family from {area} tells us how flexible coaches changed their evenings
    Safety first: every Metroline Plus coach has {n} cameras and a trained steward
    A better ride home is possible and it starts in {area} this spring
    New figures show the night fund was spent on consultants instead of passengers
    Business owners near {area} report {n} percent more customers since the coaches came
    What the committee does not tell you about the real price of the night service
    From {area} to the airport in {n} minutes, without a change and without a ticket queue
    Pensioners travel free with Metroline Plus, ask for the silver card in {area}
    The future of transport was presented today in {area}, here are the best pictures
    Why our neighbours signed with Metroline Plus and never looked back
    Every empty bus is a nursery place that was not paid for, think about it
    Meet the engineer from {area} who built the quietest coach in the country
    {n} towns have already made the switch, it is time for {area} to decide
    Clean seats, free wifi and a smile at the door: a night aboard with Metroline Plus
    Metroline Plus sponsors the youth club of {area} for another {n} years
    Exclusive interview: the director answers {n} questions that passengers really ask`),
  names: {
    first: lines(`Hannah
      Owen
      Priya
      Marcus
      Leila
      Tom
      Nadia
      Grace
      Elliot
      Farah
      Jonas
      Maya
      Rob
      Ines
      Karim
      Agnes
      Callum
      Deirdre
      Femi
      Gareth
      Imogen
      Jamal
      Kerry
      Lewis
      Moira
      Nia
      Oscar
      Petra
      Rhys
      Shanice`),
    family: lines(`Wetherby
      Okonkwo
      Lindqvist
      Haddadin
      Marlow
      Pemberton
      Castellan
      Novak
      Achterberg
      Dunmore
      Salloum
      Fairley
      Bexley
      Crabtree
      Dhillon
      Eastham
      Farrow
      Goddard
      Hale
      Ibbotson
      Jessop
      Kettering
      Lomax
      Mossley
      Norcross`),
  },
};
