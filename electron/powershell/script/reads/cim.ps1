# Rows of a CIM class: the named properties as strings, numbers, booleans or nothing.

function Read-WinnowCim {
  param([string]$Class, [string]$Namespace = 'root/cimv2', [hashtable]$Where = @{}, [string[]]$Select)
  $query = @{ ClassName = $Class; Namespace = $Namespace }
  if ($Where.Count -gt 0) { $query['Filter'] = ConvertTo-WinnowFilter $Where }
  $rows = foreach ($instance in Get-CimInstance @query) {
    $row = [ordered]@{}
    foreach ($name in $Select) { $row[$name] = $null }
    # The properties as the class has them, not as a module may show them.
    foreach ($property in $instance.CimInstanceProperties) {
      if ($row.Contains($property.Name)) { $row[$property.Name] = ConvertTo-WinnowScalar $property.Value }
    }
    $row
  }
  [ordered]@{ rows = @($rows) }
}

function ConvertTo-WinnowFilter {
  # A condition in WMI's query language: each property equals one of its values. Strings are escaped as it asks.
  param([hashtable]$Where)
  $conditions = foreach ($name in $Where.Keys) {
    if ($name -notmatch '^[A-Za-z_][A-Za-z0-9_]*$') { throw @{ reason = 'bad-answer'; detail = "not a property: $name" } }
    $choices = foreach ($value in $Where[$name]) {
      if ($value -is [string]) { "$name='$($value.Replace('\', '\\').Replace("'", "\'"))'" } else { "$name=$value" }
    }
    "($(@($choices) -join ' OR '))"
  }
  @($conditions) -join ' AND '
}

function ConvertTo-WinnowScalar {
  param($Value)
  if ($null -eq $Value) { return $null }
  if ($Value -is [string]) { return Hide-WinnowSecrets $Value }
  if ($Value -is [datetime]) { return Format-WinnowTime $Value }
  foreach ($type in [bool], [int], [long], [uint16], [uint32], [uint64], [byte], [int16], [double], [single]) { if ($Value -is $type) { return $Value } }
  if ($Value -is [array]) { return Hide-WinnowSecrets (@($Value) -join ',') }
  Hide-WinnowSecrets "$Value"
}
