using System.Reflection;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool registered;

            /// <summary>
            /// Registers the modules, parameters and tensors (as buffers) that stand in the fields of the class, under the fields' names.
            /// </summary>
            /// <remarks>
            /// Call it at the end of the constructor. A field filled later is registered by <see cref="register_module"/> and its like.
            /// <see cref="ComponentNameAttribute"/> gives another name.
            /// </remarks>
            protected virtual void RegisterComponents()
            {
                registered = true;
                var types = new Stack<Type>();
                for (var type = GetType(); type != null && type.Assembly != typeof(Module).Assembly; type = type.BaseType) types.Push(type);
                foreach (var type in types)
                {
                    var fields = type.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
                    foreach (var field in fields.OrderBy(f => f.MetadataToken)) Register(NameOf(field), field.GetValue(this));
                }
            }

            private static string NameOf(FieldInfo field)
            {
                if (field.GetCustomAttribute<ComponentNameAttribute>()?.Name is { } given) return given;
                // The field behind an automatic property is called <Name>k__BackingField.
                return field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
            }

            private void Register(string component, object? value)
            {
                if (ownModules.ContainsKey(component) || ownParameters.ContainsKey(component) || ownBuffers.ContainsKey(component)) return;
                switch (value)
                {
                    case Module module: register_module(component, module); break;
                    case Parameter parameter: register_parameter(component, parameter); break;
                    case Tensor tensor: register_buffer(component, tensor); break;
                }
            }

            /// <summary>
            /// A class of a cell that forgot RegisterComponents() and registered nothing else has its fields registered when they are first
            /// asked for.
            /// </summary>
            private void EnsureRegistered()
            {
                if (registered) return;
                registered = true;
                if (ownModules.Count + ownParameters.Count + ownBuffers.Count == 0) RegisterComponents();
            }

            /// <summary>Makes a module a part of this one.</summary>
            /// <param name="name">The part's name, without points.</param>
            /// <param name="submodule">The part; null takes it away.</param>
            /// <exception cref="ArgumentException">
            /// The name is empty, has a point, or is that of a parameter or buffer; or the module would contain itself.
            /// </exception>
            /// <exception cref="InvalidOperationException">The module is one without any (<see cref="IParameterLessModule"/>).</exception>
            public virtual void register_module(string name, Module? submodule)
            {
                CheckName(name, "register_module", ownModules);
                if (submodule is null)
                {
                    ownModules.Remove(name);
                    return;
                }
                if (ReferenceEquals(submodule, this) || submodule.modules().Contains(this))
                    throw new ArgumentException($"register_module: '{name}' contains the module it is to be a part of");
                ownModules[name] = submodule;
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Makes a parameter one of this module; null keeps the name free of one.</summary>
            /// <exception cref="ArgumentException">The name is empty, has a point, or is that of a module or buffer.</exception>
            /// <exception cref="InvalidOperationException">The module is one without any (<see cref="IParameterLessModule"/>).</exception>
            public virtual void register_parameter(string name, Parameter? param)
            {
                CheckName(name, "register_parameter", ownParameters);
                ownParameters[name] = param;
            }

            /// <summary>Makes a tensor that is kept but not learned a part of this module's state.</summary>
            /// <param name="name">Its name.</param>
            /// <param name="tensor">The tensor.</param>
            /// <param name="persistent">Whether it is in <see cref="state_dict"/>.</param>
            /// <exception cref="ArgumentException">The name is empty, has a point, or is that of a module or parameter.</exception>
            /// <exception cref="InvalidOperationException">The module is one without any (<see cref="IParameterLessModule"/>).</exception>
            public virtual void register_buffer(string name, Tensor? tensor, bool persistent = true)
            {
                CheckName(name, "register_buffer", ownBuffers);
                tensor?.DetachFromDisposeScope();
                ownBuffers[name] = (tensor, persistent);
            }

            private void CheckName(string component, string operation, object own)
            {
                if (this is IParameterLessModule)
                {
                    var what = operation["register_".Length..] switch { "parameter" => "parameters", "buffer" => "buffers", _ => "parts" };
                    throw new InvalidOperationException($"{GetName()} has no {what}; '{component}' cannot be registered");
                }
                if (component.Length == 0) throw new ArgumentException($"{operation}: the name is empty");
                if (component.Contains('.'))
                    throw new ArgumentException(
                        $"{operation}: the name '{component}' has a point; points separate the names of parts in parts");
                var taken = !ReferenceEquals(own, ownModules) && ownModules.ContainsKey(component) ? "a module"
                    : !ReferenceEquals(own, ownParameters) && ownParameters.ContainsKey(component) ? "a parameter"
                    : !ReferenceEquals(own, ownBuffers) && ownBuffers.ContainsKey(component) ? "a buffer" : null;
                if (taken != null) throw new ArgumentException($"{operation}: {GetType().Name} has {taken} called '{component}' already");
            }

            /// <summary>Takes away every part: for containers that number them anew.</summary>
            private protected void ClearModules() => ownModules.Clear();

            /// <summary>Takes away every parameter: for containers that number them anew.</summary>
            private protected void ClearParameters() => ownParameters.Clear();
        }
    }
}
