namespace Qiansi.Snl.Syntax;

/// <summary>How a parameter is passed.</summary>
public enum PassingMode
{
    /// <summary>Not a parameter.</summary>
    None,

    /// <summary>valparamType: the callee gets a copy.</summary>
    Value,

    /// <summary>varparamType: the callee gets the address.</summary>
    Variable,
}
