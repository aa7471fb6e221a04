"""The screens of an exam: the invigilator's wall and the candidate's desk."""
