namespace Qiansi.Modules;

/// <summary>A module that has nothing to learn and nothing to keep: registering a parameter, a buffer or a part is refused.</summary>
public interface IParameterLessModule;
