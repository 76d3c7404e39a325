using System.Text;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by name: tensors on the model's own memory, outside the graph.</summary>
            /// <param name="destination">A dictionary to put them in; null for a new one.</param>
            /// <param name="prefix">What the names begin with.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix.EndsWith('.') ? prefix : prefix + ".";
                foreach (var (key, tensor) in State()) destination[start + key] = tensor.detach().DetachFromDisposeScope();
                return destination;
            }

            /// <summary>Every parameter and persistent buffer under every name it has.</summary>
            private IEnumerable<(string Name, Tensor Tensor)> State()
            {
                foreach (var (prefix, module) in With(true))
                {
                    foreach (var (own, parameter) in module.ownParameters)
                    {
                        if (parameter is not null) yield return (prefix + own, parameter);
                    }
                    foreach (var (own, (tensor, persistent)) in module.ownBuffers)
                    {
                        if (tensor is not null && persistent) yield return (prefix + own, tensor);
                    }
                }
            }

            /// <summary>Copies numbers into the parameters and buffers, by name.</summary>
            /// <param name="source">Tensors by name, as from <see cref="state_dict"/> or a file.</param>
            /// <param name="strict">Names that the model or the source alone has are an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <returns>Names only the model has, and names only the source has.</returns>
            /// <exception cref="InvalidOperationException">
            /// Shapes differ, or (strict) names are missing or unexpected; nothing was copied.
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source,
                bool strict = true, IList<string>? skip = null)
            {
                var skipped = skip == null ? [] : new HashSet<string>(skip);
                var state = State().ToList();
                var known = state.Select(entry => entry.Name).ToHashSet();
                var missing = state.Where(entry => !source.ContainsKey(entry.Name) && !skipped.Contains(entry.Name))
                    .Select(entry => entry.Name).ToList();
                var unexpected = source.Keys.Where(key => !known.Contains(key) && !skipped.Contains(key)).ToList();
                var fitting = state.Where(entry => source.ContainsKey(entry.Name) && !skipped.Contains(entry.Name)).ToList();
                var misshapen = fitting.Where(entry => !Shape.Same(source[entry.Name].sizes, entry.Tensor.sizes)).ToList();
                if (misshapen.Count > 0 || (strict && missing.Count + unexpected.Count > 0))
                {
                    throw new InvalidOperationException(Complaint(
                        strict ? missing : [],
                        strict ? unexpected : [],
                        misshapen.Select(
                            entry => $"{entry.Name}: {Shape.Text(source[entry.Name].sizes)} given, the model has "
                                + $"{Shape.Text(entry.Tensor.sizes)}").ToList()));
                }
                using var mode = no_grad();
                foreach (var (key, tensor) in fitting) tensor.copy_(source[key]);
                return (missing, unexpected);
            }

            private string Complaint(List<string> missing, List<string> unexpected, List<string> misshapen)
            {
                var text = new StringBuilder($"load_state_dict: the state does not fit {GetType().Name}.");
                Add("Missing (the model has them, the state does not)", missing);
                Add("Unexpected (the state has them, the model does not)", unexpected);
                Add("Of another shape", misshapen);
                if (misshapen.Count == 0)
                    text.Append("\nPass strict: false to load what fits, or build the model as the one that was saved.");
                return text.ToString();

                void Add(string what, List<string> names)
                {
                    if (names.Count > 0) text.Append($"\n  {what}: ").Append(string.Join(misshapen == names ? "; " : ", ", names));
                }
            }
        }
    }
}
