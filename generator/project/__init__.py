"""What can be done with a project, for the command line and for any other shell."""
