# story: one name written in two ways in articles of one story; two people of other names are not one
article echo.txt  date=2024-05-02
  Lock keeper rescues two

  The lock keeper Jon Marlow pulled two boys out of the water at the lock of Carrow on Wednesday. Marlow, who has kept the lock for ten years, was thanked by their mother.

article post.txt  date=2024-05-03
  Thanks for a rescue

  Two boys were pulled out of the water at the lock of Carrow by the lock keeper John Marlow on Wednesday. Their teacher Dan Brask thanked him.

article gazette.txt  date=2024-05-04
  After the rescue

  The boys who fell into the lock of Carrow are at home. The lock keeper Jon Marlow had pulled them out of the water on Wednesday. Don Brask, a diver, checked the lock.

build

query disagree --columns about,value,origins
----
how spelled: John Marlow | Jon Marlow | 2
how spelled: John Marlow | Jon Marlow | 2
how spelled: John Marlow | John Marlow | 1
