namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parts and their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                EnsureRegistered();
                return ownModules.Select(entry => (entry.Key, entry.Value));
            }

            /// <summary>The parts.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>The parts, their parts, and so on, with names from here: <c>block.conv1</c>.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (child, module) in named_children())
                {
                    yield return (child, module);
                    foreach (var (inner, part) in module.named_modules()) yield return ($"{child}.{inner}", part);
                }
            }

            /// <summary>The parts, their parts, and so on.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module).Distinct();

            /// <summary>
            /// The parameters and their names, <c>block.conv1.weight</c>: this module's own first, then those of its parts. One that has
            /// several names comes once.
            /// </summary>
            /// <param name="recurse">Also those of the parts.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (prefix, module) in With(recurse))
                {
                    foreach (var (own, parameter) in module.ownParameters)
                    {
                        if (parameter is not null && seen.Add(parameter)) yield return (prefix + own, parameter);
                    }
                }
            }

            /// <summary>The parameters; one that is used in several places comes once.</summary>
            /// <param name="recurse">Also those of the parts.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers and their names.</summary>
            /// <param name="recurse">Also those of the parts.</param>
            /// <param name="include_nonpersistent">Also those that are not in <see cref="state_dict"/>.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (prefix, module) in With(recurse))
                {
                    foreach (var (own, (tensor, persistent)) in module.ownBuffers)
                    {
                        if (tensor is not null && (persistent || include_nonpersistent) && seen.Add(tensor))
                            yield return (prefix + own, tensor);
                    }
                }
            }

            /// <summary>The buffers.</summary>
            /// <param name="recurse">Also those of the parts.</param>
            /// <param name="include_nonpersistent">Also those that are not in <see cref="state_dict"/>.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>This module under the empty name and, if asked, all parts under theirs with a point behind.</summary>
            private IEnumerable<(string Prefix, Module Module)> With(bool recurse)
            {
                EnsureRegistered();
                yield return ("", this);
                if (!recurse) yield break;
                foreach (var (child, module) in named_children())
                {
                    foreach (var (prefix, part) in module.With(true)) yield return ($"{child}.{prefix}", part);
                }
            }

            /// <summary>Whether there is a parameter of this name, <c>fc1.weight</c>.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The parameter of a name, <c>fc1.weight</c>; null when there is none.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Owner(target, out var own) is { } module && module.ownParameters.TryGetValue(own, out var parameter) ? parameter : null;

            /// <summary>Whether there is a buffer of this name, <c>bn.running_mean</c>.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The buffer of a name, <c>bn.running_mean</c>; null when there is none.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Owner(target, out var own) is { } module && module.ownBuffers.TryGetValue(own, out var entry) ? entry.Tensor : null;

            private Module? Owner(string target, out string own)
            {
                EnsureRegistered();
                var point = target.IndexOf('.');
                own = target;
                if (point < 0) return this;
                own = "";
                return named_children().FirstOrDefault(child => child.name == target[..point]).module?.Owner(
                    target[(point + 1)..], out own);
            }
        }
    }
}
