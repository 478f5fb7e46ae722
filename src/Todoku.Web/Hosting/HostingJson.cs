using System.Text.Json.Serialization;

namespace Todoku.Web.Hosting;

/// <summary>How what all doors say is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class HostingJson : JsonSerializerContext;
