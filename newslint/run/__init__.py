"""What a run over files needs besides the engine: discovery, git, the result cache, the process pool, the baseline."""
