namespace Qiansi.Publishing.Formulas;

/// <summary>Formulas cannot be typeset here; the message says why and the way out.</summary>
internal sealed class TypesettingException(string message) : Exception(message);
