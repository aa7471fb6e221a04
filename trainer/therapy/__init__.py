"""What the nerve feels: stimulation, anaesthetic, lesion. Nothing stands here yet (issue 5)."""
