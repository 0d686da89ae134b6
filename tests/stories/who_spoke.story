# story: pronouns, descriptions, a surname alone and a headline lead to one person, within an article and across the pile
article courier.txt  date=2021-03-02  outlet=Quay Courier
  Mayor leaves the quay

  Edda Marlow, 52, a former surveyor and the mayor of Castlebrook, said on Friday that the quay would close. "It is worn out," she said.

  Her husband, Theo Brandt, wept. "I was born there," he said. The 52-year-old called it "a hard day for us all."

article ledger.txt  date=2021-03-04  outlet=Vale Ledger
  "We were both born there"

  The town of Castlebrook asked Marlow about the quay. "It is worn out," the surveyor told the Vale Ledger.

  Theo Brandt stood beside her. A nurse from the ward came by. "We were both born there," said the nurse.

build

query quotes --columns said_by,as,text --kind direct
----
Edda Marlow | she | It is worn out,
Theo Brandt | he | I was born there,
the nurse | the nurse | We were both born there
Edda Marlow | the surveyor | It is worn out,
the nurse | the nurse | We were both born there,

query quotes --columns said_by,as,text --kind mixed
----
Edda Marlow | The 52-year-old | a hard day for us all.

query quotes --columns said_by,text --kind direct --from 2021-03-03
----
the nurse | We were both born there
Edda Marlow | It is worn out,
the nurse | We were both born there,

query people --columns name,forms,articles
----
Edda Marlow | Marlow | 2
Theo Brandt |  | 2
