using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>The C# of the session, by the name notebooks for .NET Interactive cast to:
/// <c>(CSharpKernel)Kernel.Root.FindKernelByName("csharp")</c>.</summary>
public sealed class CSharpKernel : Kernel
{
    internal CSharpKernel(ICellContext cell, ILanguageKernel language)
        : base(cell, language)
    {
    }
}
