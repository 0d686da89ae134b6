# story: a sentence that says itself what a number was before is an update, also where no article of the pile has told that
article a.txt  date=2024-06-18  outlet=Quay Post
  Ferry off Orra

  The ferry Anna Brask sank off Orra on Sunday and several people died. Divers searched the wreck of the ferry Anna Brask.

article b.txt  date=2024-06-19  outlet=Morning Wire
  Search off Orra

  The number of people who died when the ferry Anna Brask sank off Orra rose from nine to 12 on Tuesday, police said.

build

query new b.txt --columns label
----
update
