namespace Microsoft.DotNet.Interactive;

/// <summary>A text that is not shown by accident.</summary>
public sealed class PasswordString(string clearTextPassword)
{
    /// <summary>The text itself.</summary>
    public string GetClearTextPassword() => clearTextPassword;

    /// <inheritdoc />
    public override string ToString() => "************";
}
