namespace Qiansi.Torch.Tests;

/// <summary>Tests that draw from the default generator run one after the other, and not beside others.</summary>
[CollectionDefinition("default generator", DisableParallelization = true)]
public sealed class DefaultGenerator;
