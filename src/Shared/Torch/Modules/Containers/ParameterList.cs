namespace Qiansi.Modules
{
    /// <summary>Parameters in a list, registered under their places: 0, 1, 2, …</summary>
    public sealed class ParameterList : RegisteredList<Parameter>
    {
        /// <summary>A list of these parameters.</summary>
        public ParameterList(params Parameter[] parameters) : base("ParameterList", parameters)
        {
        }

        /// <summary>Puts parameters at the end.</summary>
        public void extend(IEnumerable<Parameter> parameters) => AddAll(parameters);

        private protected override void Register(string place, Parameter item) => register_parameter(place, item);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Parameters in a list.</summary>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}
