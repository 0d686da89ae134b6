# story: the channel and the day of a quotation: named by its cue, carried on by its speaker, never those of something else
article courier.txt  date=2021-03-10  outlet=Quay Courier
  Mayor Marlow and the bench

  The mayor of Castlebrook, Edda Marlow, 52, posted a picture of a bench to Instagram on Sunday.

  "It has stood there since 1931," she wrote. "We will mend it," she added.

  In a 2014 letter that turned up on Monday, Marlow wrote: "The bench can go."

  Her deputy, Theo Brandt, who in February left the council, told the Vale Ledger on Tuesday: "I sat on it."

  "It was cold," Brandt recalled.

  "Nobody asked me," a clerk, Ida Roe, said on National Bench Day.

article ledger.txt  date=2021-03-12  outlet=Vale Ledger
  Old bench, new trouble

  Edda Marlow appeared on the radio show Harbour Hour on Thursday. "I was wrong in that letter," the mayor said.

  Paint is peeling from the boards.

  "I was cross," Marlow said.

  "Benches are for everybody," the Castlebrook Society said in a statement last week.

  "I have sat on worse," Theo Brandt once said.

build

query quotes --columns said_by,channel,said_earliest,said_latest,text --kind direct
----
Edda Marlow | Instagram | 2021-03-07 | 2021-03-07 | It has stood there since 1931,
Edda Marlow | Instagram | 2021-03-07 | 2021-03-07 | We will mend it,
Edda Marlow | letter | 2014-01-01 | 2014-12-31 | The bench can go.
Theo Brandt | Vale Ledger | 2021-03-09 | 2021-03-09 | I sat on it.
Theo Brandt | Vale Ledger | 2021-03-09 | 2021-03-09 | It was cold,
Ida Roe |  |  | 2021-03-10 | Nobody asked me,
Edda Marlow | Harbour Hour | 2021-03-11 | 2021-03-11 | I was wrong in that letter,
Edda Marlow | Harbour Hour | 2021-03-11 | 2021-03-11 | I was cross,
Castlebrook Society | statement | 2021-03-01 | 2021-03-07 | Benches are for everybody,
Theo Brandt |  |  | 2021-03-12 | I have sat on worse,
