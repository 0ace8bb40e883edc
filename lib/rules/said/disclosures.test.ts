import { describe, expect, test } from "vitest";
import { disclosuresIn } from "#lib/rules/said/disclosures";

const passages = (words: string) => disclosuresIn(words).map(({ passage }) => passage);

describe("who somebody is", () => {
  test.each([
    ["The delay was for Sarah, who moved area.", ["Sarah"]],
    ["We waited for Mohammed Khan to return.", ["Mohammed Khan"]],
    ["Mrs Akhtar refused the visit.", ["Mrs Akhtar"]],
    ["Mr. O'Brien has left the team.", ["Mr. O'Brien"]],
    ["Child J was not seen.", ["Child J"]],
    ["The case of child AB is in court.", ["child AB"]],
    ["Baby P. was seen late.", ["Baby P."]],
    ["J.S. was missing for two weeks.", ["J.S."]],
    ["A 7 year old was placed out of area.", ["7 year old"]],
    ["One case, aged 14, was seen late.", ["aged 14"]],
    ["A 13-month-old was seen late.", ["13-month-old"]],
    ["The oldest, age 3 years, was seen.", ["age 3 years"]],
    ["The child (dob 5/6/2009) was seen.", ["dob 5/6/2009"]],
    ["She was born on 5 June 2009.", ["born on 5 June 2009"]],
    ["The family of 12 Elm Tree Road was visited.", ["12 Elm Tree Road"]],
    ["The postcode is BS1 4DJ.", ["BS1 4DJ"]],
    ["Ring 0117 496 0123 for more.", ["0117 496 0123"]],
    ["Write to someone.else@example.org for more.", ["someone.else@example.org"]],
    ["The two siblings were seen together.", ["two siblings"]],
    ["All of the late ones were three young people in one placement.", ["three young people"]],
    ["It was the twins who were not seen.", ["the twins"]],
    ["The change comes from a sibling group of four.", ["a sibling group of four"]],
    ["Only 2 children were not seen.", ["2 children"]],
    ["One large family explains it.", ["One large family"]],
    ["The figure fell because of one family who moved.", ["one family"]],
    ["Two disabled children were not seen.", ["Two disabled children"]],
    ["The child, aged seven, was seen late.", ["aged seven"]],
    ["A seven-year-old was placed out of area.", ["seven-year-old"]],
    ["One unaccompanied minor arrived in the month.", ["One unaccompanied minor"]],
    ["Two UASC arrived late in the month.", ["Two UASC"]],
    ["The delay was for J.S. in the north team.", ["J.S."]],
    ["The baby was seen in hospital.", ["The baby"]],
    ["This family has moved out of the area.", ["This family"]],
    ["We could not reach her mother in time.", ["her mother"]],
    ["She was born in March and is with carers.", ["born in March"]],
    ["Case number 1234567 was closed late.", ["Case number 1234567"]],
    ["Mosaic ID: 7654321 is still open.", ["Mosaic ID: 7654321"]],
    ["The pupils of Oakfield Primary School were seen last.", ["Oakfield Primary School"]],
    ["They attend St Mary's School.", ["St Mary's School"]],
    ["Ring 07700 900123 or 020 7946 0958.", ["07700 900123", "020 7946 0958"]],
    ["Three pupils were not seen.", ["Three pupils"]],
  ])("is asked about: %s", (words, found) => {
    expect(passages(words)).toEqual(found);
  });

  test.each([
    "Repeat referrals: Has been calculated by the number of cases with a combined assessment that also had an initial assessment in the previous 12 months.",
    "Children seen within 10 days: The substantial improvement in robust recording of the date the child has been seen is now clearly evidencing that action is being taken in a timely fashion when a decision is taken to commence an assessment.",
    "Two teams are short of social workers, and three posts are advertised.",
    "The head of service reviews every case over 35 days each Monday.",
    "Children aged 5 to 9 were seen within 10 days in all areas.",
    "Young people aged 16-18 take part more than those aged 11-15.",
    "For children aged 16 and over the offer has changed.",
    "16 and 17 year olds are offered an advocate.",
    "Children aged 16+ are offered an advocate.",
    "Three children's homes were inspected in May.",
    "One child protection plan has been open for more than 15 months.",
    "In March the service moved to one system; Ofsted visited in June 2013.",
    "40 children were seen within 10 days, of 45.",
    "12 children and 14 families took part.",
    "The Children Act 1989 and Working Together ask for this.",
    "A4 of the action plan covers s47 enquiries, CIN and CP.",
    "Grace periods end in April; the mark set in August stands.",
    "The date of birth is now recorded for every referral.",
    "Every family is offered an advocate, and each child is asked.",
    "Two family support workers and one child in need plan were lost.",
    "Where a sibling is known already, one visit is enough.",
    "The child is seen alone at every visit.",
    "Assessments of 21 sibling groups were late by two days.",
    "We will report again on 5 June 2014.",
    "The rate is 23.5 per 10,000, below 25.",
    "Children over 5 years old are offered an advocate, and those under six months old are seen weekly.",
    "The mother and baby unit has two places.",
    "The voice of the child is heard in each plan, and the child's wishes are recorded.",
    "The Virtual School Head reports each term.",
    "H.R. and I.T. have helped the team, e.g. with the new forms.",
    "Of 250,000 residents 58,000 are under 18.",
    "For those aged five to nine the offer is the same.",
    "Parents and carers are asked at each review.",
    "This family support team is short of one post.",
    "The best evidence comes from the file, and this child protection plan is of the old form.",
    "£125,000 was spent on agency staff.",
    "No child was seen late, and every family had a letter.",
    "Step-up to Social Work brings six students in January.",
  ])("is not asked about: %s", (words) => {
    expect(passages(words)).toEqual([]);
  });

  test("each is asked about once, with what it may be", () => {
    expect(disclosuresIn("Sarah was seen on 3 May 2013.\nSarah is well; her brother, aged 9, too.")).toEqual([
      { passage: "Sarah", why: "This looks like somebody's name." },
      { passage: "her brother", why: "This speaks of one child or family." },
      { passage: "aged 9", why: "An age can tell who a child is." },
    ]);
  });
});
