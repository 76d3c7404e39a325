namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Tests that count what the whole process holds, or block its pool, and so must run alone.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
