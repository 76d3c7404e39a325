namespace Microsoft.DotNet.Interactive;

/// <summary>One text to ask for.</summary>
/// <param name="name">The name it is returned under.</param>
/// <param name="prompt">What stands beside the field; the name when null.</param>
/// <param name="typeHint">Kind of field; <c>password</c> hides what is typed.</param>
public sealed class InputDescription(string name, string? prompt = null, string typeHint = "text")
{
    /// <summary>The name it is returned under.</summary>
    public string Name => name;

    /// <summary>What stands beside the field.</summary>
    public string Prompt => prompt ?? name;

    /// <summary>Kind of field.</summary>
    public string TypeHint => typeHint;
}
