namespace Qiansi.Modules;

/// <summary>A module that has nothing to learn and nothing to keep.</summary>
public interface IParameterLessModule;
