# story: a phrase is found where its words were changed, also where no quotation holds it
article post.txt  date=2024-06-11  outlet=Orra Post
  The rope that holds the ferry was worn through in
  three places, the town said on Tuesday.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  The rope that holds the ferry was worn through in four places, the town told the Vale Ledger.

article early.txt  date=2024-06-10  outlet=Early Bird
  The rope that holds our ferry was worn through in three places.

article diary.txt
  Somebody wrote that the rope that holds the ferry was worn through in three places!

build

query trace "the rope that holds the ferry was worn through in three places" --columns status,place,article,change
----
near | before, in other words | early.txt | altered: 'the' → 'our'
first | FIRST in this pile | post.txt | same
near | then, in other words | ledger.txt | altered: 'three' → 'four'
undated | undated, could be earlier | diary.txt | same

query trace "the rope that holds our ferry was worn through in nine places" --columns place,article,shown
----
FIRST, in other words | early.txt | The rope that holds our ferry was worn through in [-nine-] {+three+} places.
then, in other words | post.txt | The rope that holds [-our-] {+the+} ferry was worn through in [-nine-] {+three+} places, the town said on Tuesday.
then, in other words | ledger.txt | The rope that holds [-our-] {+the+} ferry was worn through in [-nine-] {+four+} places
undated, in other words | diary.txt | the rope that holds [-our-] {+the+} ferry was worn through in [-nine-] {+three+} places
