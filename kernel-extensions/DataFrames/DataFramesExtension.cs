using Qiansi.Contracts;

namespace Qiansi.DataFrames;

/// <summary>The one registration of this extension, which brings methods only; Qiansi.Tensors shows data frames.</summary>
public sealed class DataFramesExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session) => Task.CompletedTask;
}
