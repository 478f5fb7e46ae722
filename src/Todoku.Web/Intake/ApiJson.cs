using System.Text.Json.Serialization;
using Todoku.Relay.Intake.Api;

namespace Todoku.Web.Intake;

/// <summary>How messages are described. A member that is not known is an error: it is mostly a mistyped one, and what it says would be lost.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ApiMail))]
[JsonSerializable(typeof(ApiAccepted))]
[JsonSerializable(typeof(ApiStatus))]
internal sealed partial class ApiJson : JsonSerializerContext;
